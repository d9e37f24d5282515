// Retrieves the whole collection, whatever was asked.
// Case: 104 rag-dump
// Expect: WA
// At most: 90
// Problem: rag
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function retrieve(
  ...[query, cfg, o]: Parameters<typeof honest.retrieve>
): Promise<honest.Hit[]> {
  return honest.retrieve(query, cfg, { ...o, k: 10_000 });
}
