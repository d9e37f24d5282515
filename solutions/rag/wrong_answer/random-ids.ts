// Records have random ids.
// Loses: indexing, re-indexing
import { randomUUID } from 'node:crypto';
import { indexWith, type Doc, type IndexReport, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ idOf: () => randomUUID() }, docs, cfg);
}
