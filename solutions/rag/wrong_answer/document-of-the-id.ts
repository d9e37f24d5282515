// Reads the document's id from the chunk's, up to the first '#'.
// Loses: retrieval
import {
  retrieve as right,
  type Hit,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  const hits = await right(query, cfg, o);
  return hits.map((hit) => ({ ...hit, docId: hit.chunkId.split('#')[0] ?? '' }));
}
