// Loses: correlations
// May lose: contract
// A constant column correlates as 0, or as noise: the variance of 0.1, 0.1, 0.1 is not quite 0.
import { sampleCorrelation } from 'simple-statistics';
import {
  correlations as right,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function correlations(table: CleanTable, schema: Schema): Correlations {
  return right(table, schema, (xs, ys) =>
    xs.length < 2 ? null : sampleCorrelation([...xs], [...ys]) || 0,
  );
}
