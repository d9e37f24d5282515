// Loses: duplicates
// May lose: invariants, scale
// Takes the first column for a key.
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
    deduplicate(parseRows(table, schema), ([first]) => JSON.stringify(first)),
  );
}
