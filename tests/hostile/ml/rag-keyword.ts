// Retrieves by words in common instead of by meaning.
// Case: 105 rag-keyword
// Expect: WA
// At most: 90
// Problem: rag
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\w+/g) ?? []);

export async function retrieve(
  ...[query, cfg, o]: Parameters<typeof honest.retrieve>
): Promise<honest.Hit[]> {
  const all = await honest.retrieve(query, cfg, { ...o, k: Math.max(o.k, 10_000) });
  const asked = wordsOf(query);
  const scoreOf = ({ text }: honest.Hit): number =>
    asked.intersection(wordsOf(text)).size / asked.size;
  return all
    .map((hit) => ({ ...hit, score: scoreOf(hit) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, o.k);
}
