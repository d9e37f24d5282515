// Throws when the collection holds nothing yet.
// Loses: retrieval
import {
  openCollection,
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
  if (hits.length === 0 && (await (await openCollection(cfg)).count()) === 0)
    throw new Error(`index documents into ${cfg.collection} first`);
  return hits;
}
