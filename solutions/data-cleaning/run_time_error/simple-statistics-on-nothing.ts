// Loses: statistics
// May lose: contract
// mean and quantile of simple-statistics throw for a column without values.
import { mean, quantile } from 'simple-statistics';
import {
  summarize as right,
  summaryOf,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function describe(values: number[], missing: number): Summary {
  return {
    ...summaryOf(values, missing),
    mean: mean(values),
    q1: quantile(values, 0.25),
    median: quantile(values, 0.5),
    q3: quantile(values, 0.75),
  };
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
