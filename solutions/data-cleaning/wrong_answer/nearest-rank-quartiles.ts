// Loses: statistics
// May lose: contract
// Quartiles are values of the column: nearest rank, no interpolation.
import {
  summarize as right,
  summaryOf,
  type CleanTable,
  type Schema,
  type Summary,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function nearestRank(sorted: number[], p: number): number | null {
  return sorted[Math.ceil(p * sorted.length) - 1] ?? null;
}

function describe(values: number[], missing: number): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const q1 = nearestRank(sorted, 0.25);
  const q3 = nearestRank(sorted, 0.75);
  const reach = q1 === null || q3 === null ? 0 : 1.5 * (q3 - q1);
  const outliers = values.filter(
    (value) => q1 !== null && q3 !== null && (value < q1 - reach || value > q3 + reach),
  ).length;
  return { ...summaryOf(values, missing), q1, q3, outliers };
}

export function summarize(table: CleanTable, schema: Schema): Record<string, Summary> {
  return right(table, schema, describe);
}
