// Loses: quality, experiment
// May lose: test-set-discipline
// The second model looks at the first feature only.
import {
  crossValidateWith,
  fitPredict,
  type CvResult,
  type Dataset,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function modelNames(): string[] {
  return ['knn', 'single-feature'];
}

function fit(model: string, train: Dataset, features: number[][]): string[] {
  if (model === 'knn') return fitPredict(model, train, features);
  const firstOnly = { ...train, features: train.features.map((row) => row.slice(0, 1)) };
  return fitPredict(
    'knn',
    firstOnly,
    features.map((row) => row.slice(0, 1)),
  );
}

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  return crossValidateWith(fit, { model, data, folds, seed });
}
