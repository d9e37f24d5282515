// Cleans the raw table itself.
// Case: 108 in-place-clean
// Expect: WA
// At most: 99
// Problem: data-cleaning
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function cleanTable(...args: Parameters<typeof honest.cleanTable>): honest.CleanResult {
  const result = honest.cleanTable(...args);
  args[0].rows.splice(0, Infinity, ...result.table.rows);
  return result;
}
