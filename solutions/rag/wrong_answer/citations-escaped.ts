// Escapes the document's id in the citations too.
// Loses: prompt
import { escapeText } from '../accepted/reference.ts';
import { buildPrompt as right, type Hit, type Prompt } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const prompt = right(question, hits, o);
  const citations = prompt.citations.map((one) => ({ ...one, docId: escapeText(one.docId) }));
  return { ...prompt, citations };
}
