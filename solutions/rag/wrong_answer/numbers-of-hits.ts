// Numbers a source by its place among all hits, those left out counted.
// Loses: prompt
import { buildPromptWith, sourceBlock, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const rankOf = (chunkId: string): number => hits.findIndex((hit) => hit.chunkId === chunkId) + 1;
  const prompt = buildPromptWith(
    { blockOf: (_, hit) => sourceBlock(rankOf(hit.chunkId), hit) },
    question,
    hits,
    o,
  );
  return {
    ...prompt,
    citations: prompt.citations.map((one) => ({ ...one, n: rankOf(one.chunkId) })),
  };
}
