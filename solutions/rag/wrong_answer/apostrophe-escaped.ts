// Escapes the apostrophe too.
// Loses: prompt
import { buildPromptWith, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  return buildPromptWith(
    {
      blockOf: (n, { docId, text }) =>
        `<source id="${n}" doc="${escapeText(docId)}">\n${escapeText(text)}\n</source>`,
      userOf: (blocks, asked) =>
        `${blocks.join('\n')}${blocks.length > 0 ? '\n\n' : ''}Question: ${escapeText(asked)}`,
    },
    question,
    hits,
    o,
  );
}
