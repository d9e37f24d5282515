// Leaves the text of a source as it is.
// Loses: injection
import { buildPromptWith, escapeText, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const blockOf = (n: number, { docId, text }: Hit): string =>
    `<source id="${n}" doc="${escapeText(docId)}">\n${text}\n</source>`;
  return buildPromptWith({ blockOf }, question, hits, o);
}
