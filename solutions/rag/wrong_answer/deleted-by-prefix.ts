// Deletes all ids that begin with the document's: those of delivery-10 go with delivery-1.
// Loses: re-indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith(
    {
      forget: async (collection, given) => {
        const { ids } = await collection.get({ include: [] });
        const old = ids.filter((id) => given.some((doc) => id.startsWith(doc.id)));
        if (old.length > 0) await collection.delete({ ids: old });
      },
    },
    docs,
    cfg,
  );
}
