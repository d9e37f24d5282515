// Leaves the number of results at Chroma's own, 10, and cuts them to k.
// Loses: retrieval
import {
  bestFirst,
  checkCount,
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
  checkCount(k);
  if (query.trim() === '') return [];
  const collection = await openCollection(cfg);
  if ((await collection.count()) === 0) return [];
  const filter = whereOf(where);
  const result = await collection.query({
    queryEmbeddings: await embed([query], cfg),
    ...(filter !== undefined && { where: filter }),
  });
  return bestFirst(result.rows()[0] ?? [], (distance) => 1 - distance).slice(0, k);
}
