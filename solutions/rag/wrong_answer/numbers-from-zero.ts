// Numbers the sources from 0.
// Loses: prompt
import { buildPromptWith, sourceBlock, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const prompt = buildPromptWith(
    { blockOf: (n, hit) => sourceBlock(n - 1, hit) },
    question,
    hits,
    o,
  );
  return { ...prompt, citations: prompt.citations.map((one) => ({ ...one, n: one.n - 1 })) };
}
