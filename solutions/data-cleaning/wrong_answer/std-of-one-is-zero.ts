// Loses: statistics
// The standard deviation of a single value is 0.
import {
  summarize as right,
  summaryOf,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function describe(values: number[], missing: number): Summary {
  const summary = summaryOf(values, missing);
  return values.length === 1 ? { ...summary, std: 0 } : summary;
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
