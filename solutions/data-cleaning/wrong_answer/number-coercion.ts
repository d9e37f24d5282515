// Loses: parsing
// May lose: duplicates, invariants, scale
// Number() decides what a number is: '' and null are 0, true is 1.
import {
  parseCell as right,
  parseRows,
  deduplicate,
  cleaned,
  type Cell,
  type CleanCell,
  type CleanResult,
  type ColumnType,
  type Schema,
  type Table,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function parseCell(value: Cell, type: ColumnType): CleanCell {
  if (type === 'string') return right(value, type);
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema, parseCell)));
}
