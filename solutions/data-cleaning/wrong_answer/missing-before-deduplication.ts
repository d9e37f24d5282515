// Loses: duplicates, invariants
// May lose: scale
// Counts what is missing before duplicates are dropped.
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
  const rows = parseRows(table, schema);
  return { ...cleaned(table, deduplicate(rows)), missing: cleaned(table, rows).missing };
}
