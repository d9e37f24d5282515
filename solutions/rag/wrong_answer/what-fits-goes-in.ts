// Skips a block that does not fit and goes on with the next.
// Loses: prompt
import { buildPrompt as right, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  let prompt = right(question, [], o);
  const included: Hit[] = [];
  for (const hit of hits) {
    const next = right(question, [...included, hit], o);
    if (next.citations.length > included.length) {
      included.push(hit);
      prompt = next;
    }
  }
  return prompt;
}
