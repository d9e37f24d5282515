// Orders equally similar chunks by localeCompare: 'a' before 'B'.
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
  return hits.sort((a, b) =>
    Math.abs(a.score - b.score) > 1e-6
      ? b.score - a.score
      : a.chunkId.localeCompare(b.chunkId, 'en'),
  );
}
