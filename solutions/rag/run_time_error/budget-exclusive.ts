// Stops at a budget met exactly.
// Loses: prompt
import { buildPrompt as right, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  right(question, [], o);
  return right(question, hits, { ...o, maxTokens: o.maxTokens - 1 });
}
