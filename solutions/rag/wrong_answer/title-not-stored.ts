// Leaves the title out of the metadata.
// Loses: indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith(
    { metadataOf: (doc, { index }) => ({ ...doc.metadata, docId: doc.id, index }) },
    docs,
    cfg,
  );
}
