// Leaves the question as it is.
// Loses: injection
import { buildPromptWith, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const userOf = (blocks: string[], asked: string): string =>
    `${blocks.join('\n')}${blocks.length > 0 ? '\n\n' : ''}Question: ${asked}`;
  return buildPromptWith({ userOf }, question, hits, o);
}
