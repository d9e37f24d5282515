// Loses: parsing
// May lose: duplicates, scale
// In a column of texts only null and the empty text are missing.
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
  if (type === 'number' || typeof value !== 'string') return right(value, type);
  return value.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase() || null;
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema, parseCell)));
}
