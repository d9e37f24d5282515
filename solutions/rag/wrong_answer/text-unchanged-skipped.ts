// Skips a document whose text it has already: a new title and new metadata are not written.
// Loses: re-indexing
import {
  chunkDocument,
  indexDocuments as right,
  openCollection,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  const sizes = { size: cfg.chunkSize, overlap: cfg.overlap };
  const { ids, documents } = await (await openCollection(cfg)).get({ include: ['documents'] });
  const textOf = new Map(ids.map((id, at) => [id, documents[at]]));
  const sizesOf = docs.map((doc) => ({ doc, chunks: chunkDocument(doc, sizes) }));
  const changed = sizesOf.filter(
    ({ doc, chunks }) =>
      chunks.length === 0 ||
      textOf.has(`${doc.id}#${chunks.length}`) ||
      chunks.some(({ id, text }) => textOf.get(id) !== text),
  );
  const { skipped } = await right(
    changed.map(({ doc }) => doc),
    cfg,
  );
  return {
    documents: docs.length - skipped.length,
    chunks: sizesOf.reduce((sum, { chunks }) => sum + chunks.length, 0),
    skipped,
  };
}
