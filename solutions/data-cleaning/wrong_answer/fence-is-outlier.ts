// Loses: statistics
// A value on the fence counts as an outlier.
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
  const { q1, q3 } = summary;
  if (q1 === null || q3 === null) return summary;
  const reach = 1.5 * (q3 - q1);
  const outliers = values.filter((value) => value <= q1 - reach || value >= q3 + reach).length;
  return { ...summary, outliers };
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
