// Counts the tokens of the texts before they are escaped.
// Loses: prompt
import {
  SYSTEM_PROMPT,
  buildPrompt as right,
  countTokens,
  type Hit,
  type Prompt,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const plain = (blocks: Hit[]): string => {
    const sources = blocks.map(
      ({ docId, text }, at) => `<source id="${at + 1}" doc="${docId}">\n${text}\n</source>`,
    );
    return `${sources.join('\n')}${sources.length > 0 ? '\n\n' : ''}Question: ${question}`;
  };
  const cost = (blocks: Hit[]): number => countTokens(SYSTEM_PROMPT) + countTokens(plain(blocks));
  if (cost([]) > o.maxTokens) throw new RangeError('the question alone does not fit');
  const included: Hit[] = [];
  for (const hit of hits.filter(({ score }) => score >= o.minScore)) {
    if (cost([...included, hit]) > o.maxTokens) break;
    included.push(hit);
  }
  return { ...right(question, included, { ...o, maxTokens: Infinity }), tokens: cost(included) };
}
