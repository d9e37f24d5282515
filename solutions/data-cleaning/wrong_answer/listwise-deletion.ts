// Loses: correlations
// Leaves a row out of every correlation when any of its numbers is missing.
import {
  correlations as right,
  numberColumns,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function correlations(table: CleanTable, schema: Schema): Correlations {
  const numeric = numberColumns(table, schema);
  const rows = table.rows.filter((row) => numeric.every(({ index }) => row[index] !== null));
  return right({ ...table, rows }, schema);
}
