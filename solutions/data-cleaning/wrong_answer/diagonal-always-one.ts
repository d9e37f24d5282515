// Loses: correlations
// May lose: contract
// The diagonal is 1 even for a constant column.
import {
  correlations as right,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function correlations(table: CleanTable, schema: Schema): Correlations {
  const { columns, matrix } = right(table, schema);
  return { columns, matrix: matrix.map((row, i) => row.map((r, j) => (i === j ? 1 : r))) };
}
