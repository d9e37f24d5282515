// Loses: scale
// Compares each row with all rows kept so far.
import { isDeepStrictEqual } from 'node:util';
import {
  parseRows,
  cleaned,
  type CleanCell,
  type CleanResult,
  type Schema,
  type Table,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTable(table: Table, schema: Schema): CleanResult {
  const kept: CleanCell[][] = [];
  for (const row of parseRows(table, schema)) {
    if (!kept.some((other) => isDeepStrictEqual(other, row))) kept.push(row);
  }
  return cleaned(table, kept);
}
