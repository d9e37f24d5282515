// Reports as chunks how many the collection holds now.
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
  const report = await right(docs, cfg);
  return { ...report, chunks: await (await openCollection(cfg)).count() };
}
