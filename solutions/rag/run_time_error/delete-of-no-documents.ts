// Deletes the records of the documents in the call, which throws when there are no documents.
// Loses: indexing
import {
  indexDocuments as right,
  openCollection,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  const collection = await openCollection(cfg);
  await collection.delete({ where: { docId: { $in: docs.map(({ id }) => id) } } });
  return right(docs, cfg);
}
