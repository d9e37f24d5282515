// Hands `where` to Chroma as it is, which throws when it has two keys.
// Loses: retrieval
import {
  bestFirst,
  checkCount,
  embed,
  openCollection,
  type Hit,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function retrieve(
  query: string,
  cfg: RagConfig,
  { k, where }: { k: number; where?: Metadata },
): Promise<Hit[]> {
  checkCount(k);
  if (query.trim() === '') return [];
  const collection = await openCollection(cfg);
  const count = await collection.count();
  if (count === 0) return [];
  const result = await collection.query({
    queryEmbeddings: await embed([query], cfg),
    nResults: Math.min(count, k + 20),
    ...(where !== undefined && { where }),
  });
  return bestFirst(result.rows()[0] ?? [], (distance) => 1 - distance).slice(0, k);
}
