// Loses: duplicates
// A short row stays short: its last cells are undefined.
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
  const rows = parseRows(table, schema).map((row, index) =>
    row.slice(0, table.rows[index]?.length),
  );
  return cleaned(table, deduplicate(rows));
}
