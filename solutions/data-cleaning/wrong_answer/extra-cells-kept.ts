// Loses: duplicates
// Parses every cell of a row, also those beyond the columns.
import {
  parseCell,
  deduplicate,
  cleaned,
  type CleanResult,
  type Schema,
  type Table,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTable(table: Table, schema: Schema): CleanResult {
  const rows = table.rows.map((row) => {
    const width = Math.max(row.length, table.columns.length);
    return Array.from({ length: width }, (_, index) =>
      parseCell(row[index], schema[table.columns[index] ?? ''] ?? 'string'),
    );
  });
  return cleaned(table, deduplicate(rows));
}
