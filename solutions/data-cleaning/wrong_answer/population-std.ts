// Loses: statistics
// May lose: contract
// Divides by n: standardDeviation of simple-statistics.
import { standardDeviation } from 'simple-statistics';
import {
  summarize as right,
  summaryOf,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function describe(values: number[], missing: number): Summary {
  const std = values.length < 2 ? null : standardDeviation(values);
  return { ...summaryOf(values, missing), std };
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
