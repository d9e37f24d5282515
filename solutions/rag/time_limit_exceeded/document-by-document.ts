// Indexes one document after the other, each with calls of its own.
// Loses: indexing
import {
  indexDocuments as right,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  const total: IndexReport = { documents: 0, chunks: 0, skipped: [] };
  if (docs.length === 0) return right(docs, cfg);
  for (const doc of docs) {
    const { documents, chunks, skipped } = await right([doc], cfg);
    total.documents += documents;
    total.chunks += chunks;
    total.skipped.push(...skipped);
  }
  return total;
}
