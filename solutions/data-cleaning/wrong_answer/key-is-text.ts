// Loses: duplicates
// May lose: scale
// The key of a row is String(row): cells that hold a comma run into each other.
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
  return cleaned(table, deduplicate(parseRows(table, schema), String));
}
