// Cuts texts at 256 characters before the model sees them.
// Loses: embeddings
import { embed as right, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  return right(
    texts.map((text) => text.slice(0, 256)),
    cfg,
  );
}
