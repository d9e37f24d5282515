// Gets the collection to search, which throws when nobody has created it.
// Loses: retrieval
import { ChromaClient, type Collection } from 'chromadb';
import { retrieveWith, type Hit, type Metadata, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function open(cfg: RagConfig): Promise<Collection> {
  const client = new ChromaClient({
    host: cfg.chromaHost,
    port: cfg.chromaPort,
    database: cfg.chromaDatabase,
  });
  return client.getCollection({ name: cfg.collection });
}

export function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return retrieveWith({ open }, query, cfg, o);
}
