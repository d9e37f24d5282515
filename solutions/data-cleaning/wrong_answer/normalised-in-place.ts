// Loses: invariants
// Writes the parsed cells into the rows it was given.
import {
  parseCell,
  parseRows,
  deduplicate,
  cleaned,
  type CleanResult,
  type Schema,
  type Table,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTable(table: Table, schema: Schema): CleanResult {
  for (const row of table.rows) {
    for (const [index, column] of table.columns.entries()) {
      row[index] = parseCell(row[index], schema[column] ?? 'string');
    }
  }
  return cleaned(table, deduplicate(parseRows(table, schema)));
}
