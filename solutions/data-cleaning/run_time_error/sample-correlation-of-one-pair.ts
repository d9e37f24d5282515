// Loses: correlations
// May lose: contract
// sampleCorrelation of simple-statistics throws for fewer than two pairs.
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
  const r = sampleCorrelation([...xs], [...ys]);
  return isConstant(xs) || isConstant(ys) ? null : Math.max(-1, Math.min(1, r));
}

export function correlations(table: CleanTable, schema: Schema): Correlations {
  return right(table, schema, correlation);
}
