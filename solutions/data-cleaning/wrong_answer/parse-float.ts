// Loses: parsing
// parseFloat takes the number a text begins with: '12abc' is 12.
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
  if (type === 'string' || typeof value !== 'string') return right(value, type);
  const number = Number.parseFloat(value.trim().replace(/[$,]/g, ''));
  return Number.isFinite(number) ? number : null;
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema, parseCell)));
}
