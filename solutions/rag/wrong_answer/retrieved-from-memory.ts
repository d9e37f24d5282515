// Searches what it indexed itself, kept in memory, and never reads Chroma.
// Loses: retrieval
import {
  bestFirst,
  checkCount,
  chunkDocument,
  embed,
  indexDocuments as right,
  type Doc,
  type Hit,
  type IndexReport,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

type Entry = { id: string; document: string; metadata: Metadata; vector: number[] };
const memory = new Map<string, Entry>();

export async function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  const sizes = { size: cfg.chunkSize, overlap: cfg.overlap };
  for (const doc of docs) {
    const chunks = chunkDocument(doc, sizes);
    const vectors = await embed(
      chunks.map(({ text }) => text),
      cfg,
    );
    for (const [at, { id, text, index }] of chunks.entries()) {
      const metadata = { ...doc.metadata, docId: doc.id, title: doc.title, index };
      memory.set(id, { id, document: text, metadata, vector: vectors[at] ?? [] });
    }
  }
  return right(docs, cfg);
}

export async function retrieve(
  query: string,
  cfg: RagConfig,
  { k, where = {} }: { k: number; where?: Metadata },
): Promise<Hit[]> {
  checkCount(k);
  if (query.trim() === '') return [];
  const [vector = []] = await embed([query], cfg);
  const matching = [...memory.values()].filter(({ metadata }) =>
    Object.entries(where).every(([key, value]) => metadata[key] === value),
  );
  const rows = matching.map((entry) => ({
    ...entry,
    distance: 1 - entry.vector.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
  }));
  return bestFirst(rows, (distance) => 1 - distance).slice(0, k);
}
