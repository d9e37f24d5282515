// Takes the vector of the first token for the text.
// Loses: embeddings
import { embedWith, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  return embedWith({ pooling: 'cls', normalize: true }, texts, cfg);
}
