// Loses: parsing
// May lose: duplicates
// Leaves a letter and its combining accent as two characters.
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
  if (type === 'number' || right(value, type) === null) return right(value, type);
  return String(value).trim().replace(/\s+/g, ' ').toLowerCase();
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema, parseCell)));
}
