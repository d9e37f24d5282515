// upsert() writes over the chunks there are: those that a shorter document has no more stay.
// Loses: re-indexing
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ forget: async () => {} }, docs, cfg);
}
