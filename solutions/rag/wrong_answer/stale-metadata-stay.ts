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
        const counts = new Map(given.map((doc) => [doc.id, chunkDocument(doc, sizes).length]));
        const kept = await collection.get({
          where: { docId: { $in: [...counts.keys()] } },
          include: ['metadatas'],
        });
        const stale = kept.ids.filter((_id, at) => {
          const { docId, index } = kept.metadatas[at] ?? {};
          return typeof docId === 'string' && Number(index) >= (counts.get(docId) ?? 0);
        });
        if (stale.length > 0) await collection.delete({ ids: stale });
      },
    },
    docs,
    cfg,
  );
}
