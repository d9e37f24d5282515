// Leaves the collection at Chroma's own distance, l2.
// Loses: indexing, retrieval
import type { Collection } from 'chromadb';
import {
  indexWith,
  openCollection,
  retrieveWith,
  type Doc,
  type Hit,
  type IndexReport,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function open(cfg: RagConfig): Promise<Collection> {
  return openCollection(cfg, 'l2');
}

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ open }, docs, cfg);
}

export function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return retrieveWith({ open }, query, cfg, o);
}
