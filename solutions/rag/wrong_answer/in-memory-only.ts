// Keeps everything in memory; nothing is written into Chroma.
// Loses: indexing, re-indexing, retrieval
import {
  bestFirst,
  checkCount,
  chunkDocument,
  embed,
  type Doc,
  type Hit,
  type IndexReport,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

type Entry = { id: string; document: string; metadata: Metadata; vector: number[] };
let memory: Entry[] = [];

export async function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  const sizes = { size: cfg.chunkSize, overlap: cfg.overlap };
  const ids = new Set(docs.map(({ id }) => id));
  memory = memory.filter(({ metadata }) => !ids.has(String(metadata['docId'])));
  const all = docs.flatMap((doc) => chunkDocument(doc, sizes).map((chunk) => ({ doc, chunk })));
  const vectors = await embed(
    all.map(({ chunk }) => chunk.text),
    cfg,
  );
  for (const [at, { doc, chunk }] of all.entries()) {
    const metadata = { ...doc.metadata, docId: doc.id, title: doc.title, index: chunk.index };
    memory.push({ id: chunk.id, document: chunk.text, metadata, vector: vectors[at] ?? [] });
  }
  const written = new Set(all.map(({ doc }) => doc.id));
  const skipped = docs.map(({ id }) => id).filter((id) => !written.has(id));
  return { documents: written.size, chunks: all.length, skipped };
}

export async function retrieve(
  query: string,
  cfg: RagConfig,
  { k, where = {} }: { k: number; where?: Metadata },
): Promise<Hit[]> {
  checkCount(k);
  if (query.trim() === '') return [];
  const [vector = []] = await embed([query], cfg);
  const matching = memory.filter(({ metadata }) =>
    Object.entries(where).every(([key, value]) => metadata[key] === value),
  );
  const rows = matching.map((entry) => ({
    ...entry,
    distance: 1 - entry.vector.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
  }));
  return bestFirst(rows, (distance) => 1 - distance).slice(0, k);
}
