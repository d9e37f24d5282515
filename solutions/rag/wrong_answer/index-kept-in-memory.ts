// Reads the whole collection once and searches that from then on.
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

type Entry = {
  id: string;
  document: string | null;
  metadata: Record<string, unknown> | null;
  vector: number[];
};
const read = new Map<string, Entry[]>();

async function entriesOf(cfg: RagConfig): Promise<Entry[]> {
  const known = read.get(cfg.collection);
  if (known !== undefined) return known;
  const collection = await openCollection(cfg);
  const all = await collection.get({ include: ['documents', 'metadatas', 'embeddings'] });
  const entries = all.ids.map((id, at) => ({
    id,
    document: all.documents[at] ?? null,
    metadata: all.metadatas[at] ?? null,
    vector: all.embeddings[at] ?? [],
  }));
  read.set(cfg.collection, entries);
  return entries;
}

export async function retrieve(
  query: string,
  cfg: RagConfig,
  { k, where = {} }: { k: number; where?: Metadata },
): Promise<Hit[]> {
  checkCount(k);
  if (query.trim() === '') return [];
  const [vector = []] = await embed([query], cfg);
  const matching = (await entriesOf(cfg)).filter(({ metadata }) =>
    Object.entries(where).every(([key, value]) => metadata?.[key] === value),
  );
  const rows = matching.map((entry) => ({
    ...entry,
    distance: 1 - entry.vector.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
  }));
  return bestFirst(rows, (distance) => 1 - distance).slice(0, k);
}
