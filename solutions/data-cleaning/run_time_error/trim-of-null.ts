// Loses: parsing, duplicates, invariants
// May lose: scale
// Trims every cell, also null and the cells a short row does not have.
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
  if (typeof value === 'number' || typeof value === 'boolean') return right(value, type);
  return right(value!.trim(), type);
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema, parseCell)));
}
