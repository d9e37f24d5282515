// Searches the k best chunks of all and keeps those that match `where`.
// Loses: retrieval
import {
  openCollection,
  retrieve as right,
  type Hit,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function retrieve(
  query: string,
  cfg: RagConfig,
  { k, where = {} }: { k: number; where?: Metadata },
): Promise<Hit[]> {
  const hits = await right(query, cfg, { k });
  const collection = await openCollection(cfg);
  const { ids, metadatas } = await collection.get({ include: ['metadatas'] });
  const metadataOf = new Map(ids.map((id, at) => [id, metadatas[at]]));
  return hits.filter(({ chunkId }) =>
    Object.entries(where).every(([key, value]) => metadataOf.get(chunkId)?.[key] === value),
  );
}
