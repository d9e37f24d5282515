// Loses: imputation
// Fills numbers with the mean.
import {
  fitImputer as right,
  mode,
  mean,
  type CleanTable,
  type Fills,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function average(values: number[]): number | null {
  return values.length === 0 ? null : mean(values);
}

export function fitImputer(table: CleanTable, schema: Schema): Fills {
  return right(table, schema, average, mode);
}
