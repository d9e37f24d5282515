// Loses: correlations
// May lose: contract
// A constant column correlates as NaN: 0 / 0.
import {
  correlations as right,
  pearson,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  return xs.length < 2 ? null : pearson(xs, ys);
}

export function correlations(table: CleanTable, schema: Schema): Correlations {
  return right(table, schema, correlation);
}
