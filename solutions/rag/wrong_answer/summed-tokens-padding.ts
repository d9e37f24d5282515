// Pools by hand and normalises: the mean counts the padding of the batch.
// Loses: embeddings
import { extractorOf, type RagConfig } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export async function embed(texts: string[], cfg: RagConfig): Promise<number[][]> {
  if (texts.length === 0) return [];
  const extract = await extractorOf(cfg);
  const tokens: number[][][] = (await extract(texts)).tolist();
  return tokens.map((vectors) => {
    const sum = (vectors[0] ?? []).map((_, at) => vectors.reduce((s, v) => s + (v[at] ?? 0), 0));
    const length = Math.hypot(...sum);
    return sum.map((value) => value / length);
  });
}
