// The score of a hit is its distance, and the greatest comes first.
// Loses: retrieval
import { retrieveWith, type Hit, type Metadata, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return retrieveWith({ scoreOf: (distance) => distance }, query, cfg, o);
}
