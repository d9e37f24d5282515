// Loses: duplicates
// The key of a row is its cells joined by '|'.
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
  return cleaned(
    table,
    deduplicate(parseRows(table, schema), (row) => row.join('|')),
  );
}
