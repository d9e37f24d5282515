// Embeds each different text once: for equal texts there are fewer vectors than texts.
// Loses: embeddings
import { embed as right, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  return right([...new Set(texts)], cfg);
}
