// Escapes & last, and so once more what it has escaped before.
// Loses: injection
import { buildPromptWith, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function escapeText(text: string): string {
  return text
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('&', '&amp;');
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
