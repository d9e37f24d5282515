// Empties the whole collection before it writes.
// Loses: re-indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith(
    { forget: (collection) => collection.delete({ where: { docId: { $ne: '' } } }) },
    docs,
    cfg,
  );
}
