// Loses: contract, duplicates
// May lose: invariants, scale
// Drops duplicates of the raw rows, then parses.
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
  const rows = parseRows({ ...table, rows: deduplicate(table.rows) }, schema);
  return cleaned(table, rows);
}
