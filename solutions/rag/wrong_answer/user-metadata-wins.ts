// The metadata of a document overwrite docId, title and index.
// Loses: indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith(
    {
      metadataOf: (doc, { index }) => ({
        docId: doc.id,
        title: doc.title,
        index,
        ...doc.metadata,
      }),
    },
    docs,
    cfg,
  );
}
