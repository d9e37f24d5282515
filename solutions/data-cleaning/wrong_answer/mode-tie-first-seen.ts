// Loses: imputation
// Of equally frequent texts the first one seen wins.
import {
  fitImputer as right,
  median,
  type CleanTable,
  type Fills,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function firstMode(values: string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

export function fitImputer(table: CleanTable, schema: Schema): Fills {
  return right(table, schema, median, firstMode);
}
