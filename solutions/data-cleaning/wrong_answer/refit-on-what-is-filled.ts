// Loses: imputation, fit-leakage
// applyImputer learns the fills anew from the table it fills.
import {
  fitImputer,
  applyImputer as right,
  type CleanTable,
  type Fills,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function applyImputer(table: CleanTable, fills: Fills): CleanTable {
  const types = table.columns.map(
    (column) => [column, typeof fills[column] === 'number' ? 'number' : 'string'] as const,
  );
  const own = fitImputer(table, Object.fromEntries(types));
  const known = table.columns.filter((column) => Object.hasOwn(fills, column));
  return right(table, Object.fromEntries(known.map((column) => [column, own[column] ?? null])));
}
