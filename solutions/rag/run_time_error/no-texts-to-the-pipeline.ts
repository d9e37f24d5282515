// Hands the texts to the pipeline, which throws when there are none.
// Loses: embeddings
import { extractorOf, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  const extract = await extractorOf(cfg);
  return (await extract(texts, { pooling: 'mean', normalize: true })).tolist();
}
