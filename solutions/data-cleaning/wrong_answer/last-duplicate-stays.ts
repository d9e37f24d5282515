// Loses: duplicates
// May lose: scale
// Keeps the last of equal rows.
import {
  parseRows,
  deduplicate,
  cleaned,
  type CleanResult,
  type Schema,
  type Table,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTable(table: Table, schema: Schema): CleanResult {
  const latestFirst = parseRows(table, schema).reverse();
  return cleaned(table, deduplicate(latestFirst).reverse());
}
