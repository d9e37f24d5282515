// Copies the vectors of the reference, which indexes the same documents in the same server, where
// it is timed against it.
// Case: own rag-steal
// Expect: WA, TLE
// At most: 95
// Defect: the timed call of rag looks at no vector, and both sides share a database
// Problem: rag
// Beside: reference
export * from './honest.ts';
import { ChromaClient } from 'chromadb';
import * as honest from './honest.ts';

async function stolen(texts: string[], cfg: honest.RagConfig): Promise<number[][]> {
  const { chromaHost: host, chromaPort: port, chromaDatabase: database } = cfg;
  const client = new ChromaClient({ host, port, database });
  const known = new Map<string, number[]>();
  for (const collection of await client.listCollections()) {
    const { documents, embeddings } = await collection.get({
      include: ['documents', 'embeddings'],
    });
    for (const [index, text] of documents.entries()) known.set(text ?? '', embeddings[index] ?? []);
  }
  const missing = texts.filter((text) => !known.has(text));
  const own = await honest.embed(missing, cfg);
  return texts.map((text) => known.get(text) ?? own[missing.indexOf(text)] ?? []);
}
export const indexDocuments = (
  docs: honest.Doc[],
  cfg: honest.RagConfig,
): Promise<honest.IndexReport> =>
  honest.indexWith(docs.length < 100 ? {} : { embed: stolen }, docs, cfg);
