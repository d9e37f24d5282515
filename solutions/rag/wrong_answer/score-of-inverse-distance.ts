// The score of a hit is 1 / (1 + distance).
// Loses: retrieval
import { retrieveWith, type Hit, type Metadata, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return retrieveWith({ scoreOf: (distance) => 1 / (1 + distance) }, query, cfg, o);
}
