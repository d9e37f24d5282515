// Normalises the transactions that it was given.
// Case: 108 in-place-clean
// Expect: WA, RTE
// At most: 99
// Problem: feature-engineering
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function cleanTransactions(
  ...args: Parameters<typeof honest.cleanTransactions>
): ReturnType<typeof honest.cleanTransactions> {
  const cleaned = honest.cleanTransactions(...args);
  for (const row of args[0]) row.category = row.category?.trim().toLowerCase() ?? null;
  return cleaned;
}
