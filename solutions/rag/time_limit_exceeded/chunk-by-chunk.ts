// Embeds and writes every chunk by itself.
// Loses: indexing
import {
  embed,
  indexWith,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

async function embedEach(texts: string[], cfg: RagConfig): Promise<number[][]> {
  const vectors: number[][] = [];
  for (const text of texts) vectors.push(...(await embed([text], cfg)));
  return vectors;
}

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ embed: embedEach, batch: 1 }, docs, cfg);
}
