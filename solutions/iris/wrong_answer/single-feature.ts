// Loses: quality
// The second model looks at the first feature only.
import {
  crossValidateWith,
  fitPredict,
  type CvResult,
  type Dataset,
  runExperimentWith,
  type ExperimentOptions,
  type Report,
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

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ modelNames, crossValidate }, data, o);
}
