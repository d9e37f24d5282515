// Loses: statistics
// May lose: contract
// sort() without a comparator: 10 comes before 9.
import {
  summarize as right,
  summaryOf,
  quantile,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function describe(values: number[], missing: number): Summary {
  const sorted = values.map(String).toSorted().map(Number);
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  const reach = q1 === null || q3 === null ? 0 : 1.5 * (q3 - q1);
  const outliers = values.filter(
    (value) => q1 !== null && q3 !== null && (value < q1 - reach || value > q3 + reach),
  ).length;
  return { ...summaryOf(values, missing), q1, median: quantile(sorted, 0.5), q3, outliers };
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
