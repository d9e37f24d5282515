// Citations count from 0, while the sources count from 1.
// Loses: prompt
import { buildPrompt as right, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const prompt = right(question, hits, o);
  return { ...prompt, citations: prompt.citations.map((one, n) => ({ ...one, n })) };
}
