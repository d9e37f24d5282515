// Loses: scale
// Series.dropDuplicates of danfojs looks each key up in a list.
import { Series } from 'danfojs-node';
import {
  parseRows,
  cleaned,
  type CleanResult,
  type Schema,
  type Table,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTable(table: Table, schema: Schema): CleanResult {
  const rows = parseRows(table, schema);
  if (rows.length === 0) return cleaned(table, rows);
  const keys = new Series(rows.map((row) => JSON.stringify(row)));
  const firsts = new Set(keys.dropDuplicates().index);
  return cleaned(
    table,
    rows.filter((_, index) => firsts.has(index)),
  );
}
