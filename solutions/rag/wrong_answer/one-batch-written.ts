// Writes the first 300 records and no more.
// Loses: indexing
import type { Collection } from 'chromadb';
import {
  indexWith,
  openCollection,
  type Doc,
  type IndexReport,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

const batch = 300;

/** Its upsert writes what comes first. */
async function open(cfg: RagConfig): Promise<Collection> {
  const collection = await openCollection(cfg);
  const upsert = collection.upsert.bind(collection);
  let isFull = false;
  collection.upsert = async (records) => {
    if (!isFull) await upsert(records);
    isFull = true;
  };
  return collection;
}

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ open, batch }, docs, cfg);
}
