// Takes k as it comes: none for 0, one for 1.5.
// Loses: retrieval
import {
  bestFirst,
  embed,
  openCollection,
  whereOf,
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
  if (query.trim() === '') return [];
  const collection = await openCollection(cfg);
  const count = await collection.count();
  if (count === 0) return [];
  const filter = whereOf(where);
  const result = await collection.query({
    queryEmbeddings: await embed([query], cfg),
    nResults: Math.min(count, Math.ceil(k) + 20),
    ...(filter !== undefined && { where: filter }),
  });
  return bestFirst(result.rows()[0] ?? [], (distance) => 1 - distance).slice(0, k);
}
