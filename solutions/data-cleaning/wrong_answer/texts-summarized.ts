// Loses: statistics
// Has an entry for every column, also for texts.
import {
  summarize as right,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  const names = table.columns.map((column) => [column, 'number'] as const);
  return { ...right(table, Object.fromEntries(names)), ...right(table, schema) };
}
