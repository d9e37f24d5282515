// Cleans a table by dropping every row that has a gap.
// Case: 107 drop-hard-rows
// Expect: WA
// At most: 85
// Problem: data-cleaning
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function cleanTable(...args: Parameters<typeof honest.cleanTable>): honest.CleanResult {
  const result = honest.cleanTable(...args);
  const rows = result.table.rows.filter((row) => !row.includes(null));
  return { ...result, table: { ...result.table, rows } };
}
