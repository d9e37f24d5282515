// Hands the first key of `where` to Chroma and forgets the others.
// Loses: retrieval
import {
  retrieve as right,
  type Hit,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function retrieve(
  query: string,
  cfg: RagConfig,
  { k, where = {} }: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return right(query, cfg, { k, where: Object.fromEntries(Object.entries(where).slice(0, 1)) });
}
