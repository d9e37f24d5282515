// Takes a question that does not fit and leaves out all sources.
// Loses: prompt
import { buildPrompt as right, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  try {
    return right(question, hits, o);
  } catch {
    return right(question, [], { ...o, maxTokens: Infinity });
  }
}
