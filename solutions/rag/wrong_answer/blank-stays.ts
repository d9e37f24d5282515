// A document without words is skipped before anything is deleted: what was indexed of it stays.
// Loses: re-indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith(
    {
      forget: async (collection, given) => {
        const ids = given.filter(({ text }) => text.trim() !== '').map(({ id }) => id);
        if (ids.length > 0) await collection.delete({ where: { docId: { $in: ids } } });
      },
    },
    docs,
    cfg,
  );
}
