// Loses: statistics
// May lose: contract
// Outliers are more than three standard deviations from the mean.
import {
  summarize as right,
  summaryOf,
  mean,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function describe(values: number[], missing: number): Summary {
  const summary = summaryOf(values, missing);
  const { std } = summary;
  if (std === null) return summary;
  const center = mean(values);
  const outliers = values.filter((value) => Math.abs(value - center) > 3 * std).length;
  return { ...summary, outliers };
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
