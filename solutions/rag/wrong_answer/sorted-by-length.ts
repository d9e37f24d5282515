// Sorts the texts by length, to pad less, and does not put the vectors back in order.
// Loses: embeddings
import { embed as right, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  return right(
    texts.toSorted((a, b) => a.length - b.length),
    cfg,
  );
}
