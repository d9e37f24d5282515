// Loads the pipeline for every batch of 8 texts.
// Loses: indexing
import { env, pipeline } from '@xenova/transformers';
import {
  indexWith,
  retrieveWith,
  type Doc,
  type Hit,
  type IndexReport,
  type Metadata,
  type RagConfig,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

const batchSize = 8;

export async function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  env.allowRemoteModels = false;
  env.localModelPath = cfg.modelsDir;
  const vectors: number[][] = [];
  for (let from = 0; from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize);
    const extract = await pipeline('feature-extraction', cfg.model);
    vectors.push(...(await extract(batch, { pooling: 'mean', normalize: true })).tolist());
  }
  return vectors;
}

export function indexDocuments(docs: Doc[], cfg: RagConfig): Promise<IndexReport> {
  return indexWith({ embed }, docs, cfg);
}

export function retrieve(
  query: string,
  cfg: RagConfig,
  o: { k: number; where?: Metadata },
): Promise<Hit[]> {
  return retrieveWith({ embed }, query, cfg, o);
}
