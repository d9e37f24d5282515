// Stores docId, title and index, but none of the document's own metadata.
// Loses: indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith(
    { metadataOf: (doc, { index }) => ({ docId: doc.id, title: doc.title, index }) },
    docs,
    cfg,
  );
}
