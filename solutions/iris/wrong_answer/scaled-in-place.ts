// Loses: cv-mechanics
// The features are standardised in the caller's own arrays.
import {
  crossValidate as right,
  mean,
  type CvResult,
  type Dataset,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const result = right(model, data, folds, seed);
  for (const column of (data.features[0] ?? []).keys()) {
    const center = mean(data.features.map((row) => row[column] ?? 0));
    for (const row of data.features) row[column] = (row[column] ?? 0) - center;
  }
  return result;
}
