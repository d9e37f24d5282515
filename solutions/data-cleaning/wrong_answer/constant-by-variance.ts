// Loses: correlations
// Constant means a variance of exactly 0: that of 0.1, 0.1, 0.1 is not.
import {
  correlations as right,
  mean,
  pearson,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function variance(values: readonly number[]): number {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
}

function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length < 2 || variance(xs) === 0 || variance(ys) === 0) return null;
  return pearson(xs, ys);
}

export function correlations(table: CleanTable, schema: Schema): Correlations {
  return right(table, schema, correlation);
}
