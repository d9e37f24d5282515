// Loses: cv-mechanics
// Predictions are always named setosa, versicolor or virginica.
import { crossValidate as right, type CvResult, type Dataset } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

const classes = ['setosa', 'versicolor', 'virginica'];

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const result = right(model, data, folds, seed);
  const own = [...new Set(data.labels)].sort();
  const predictions = result.predictions.map((label) =>
    label === null ? null : (classes[own.indexOf(label)] ?? label),
  );
  return { ...result, predictions };
}
