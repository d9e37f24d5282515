// add() ignores an id that exists, so that an edited document stays as it was.
// Loses: re-indexing
import type { Collection } from 'chromadb';
import {
  indexWith,
  openCollection,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

async function open(cfg: RagConfig): Promise<Collection> {
  const collection = await openCollection(cfg);
  collection.upsert = (records) => collection.add(records);
  return collection;
}

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ open, forget: async () => {} }, docs, cfg);
}
