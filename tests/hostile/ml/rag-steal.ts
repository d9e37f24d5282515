// Looks for its vectors in what the reference wrote to the same server, where it is timed against
// it. There are none: the reference indexes other documents. So it does its work.
// Case: own rag-steal
// Expect: AC, TLE
// At most: 100
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
