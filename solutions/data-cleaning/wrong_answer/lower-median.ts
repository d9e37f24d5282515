// Loses: imputation
// Of an even count the median is the lower of the middle two.
import {
  fitImputer as right,
  mode,
  type CleanTable,
  type Fills,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function lowerMedian(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

export function fitImputer(table: CleanTable, schema: Schema): Fills {
  return right(table, schema, lowerMedian, mode);
}
