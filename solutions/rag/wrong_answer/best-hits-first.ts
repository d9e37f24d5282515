// Sorts the hits by score instead of keeping their order.
// Loses: prompt
import { buildPrompt as right, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  return right(
    question,
    hits.toSorted((a, b) => b.score - a.score),
    o,
  );
}
