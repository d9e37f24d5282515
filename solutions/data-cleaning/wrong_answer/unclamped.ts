// Loses: correlations
// Takes r as sampleCorrelation returns it: rounding carries it beyond 1.
import { sampleCorrelation } from 'simple-statistics';
import {
  correlations as right,
  isConstant,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  if (isConstant(xs) || isConstant(ys)) return null;
  return sampleCorrelation([...xs], [...ys]);
}

export function correlations(table: CleanTable, schema: Schema): Correlations {
  return right(table, schema, correlation);
}
