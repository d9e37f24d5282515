// Loses: contract, duplicates
// May lose: invariants, scale
// Drops every row in which a cell is missing.
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
  const full = parseRows(table, schema).filter((row) => !row.includes(null));
  return cleaned(table, deduplicate(full));
}
