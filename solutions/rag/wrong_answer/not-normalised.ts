// Does not normalise the vectors.
// Loses: embeddings
import { embedWith, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  return embedWith({ pooling: 'mean', normalize: false }, texts, cfg);
}
