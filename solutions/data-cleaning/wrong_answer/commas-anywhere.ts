// Loses: parsing
// Removes all commas before it looks: '1,2' is 12.
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
  const isText = type === 'number' && typeof value === 'string';
  return right(isText ? value.replaceAll(',', '') : value, type);
}

export function cleanTable(table: Table, schema: Schema): CleanResult {
  return cleaned(table, deduplicate(parseRows(table, schema, parseCell)));
}
