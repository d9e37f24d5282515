// Deletes only the chunks beyond the new ones: upsert() keeps the metadata keys of the others.
// Loses: re-indexing
import {
  chunkDocument,
  indexWith,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  const sizes = { size: cfg.chunkSize, overlap: cfg.overlap };
  return indexWith(
    {
      forget: async (collection, given) => {
        for (const doc of given) {
          const count = chunkDocument(doc, sizes).length;
          await collection.delete({
            where: { $and: [{ docId: { $eq: doc.id } }, { index: { $gte: count } }] },
          });
        }
      },
    },
    docs,
    cfg,
  );
}
