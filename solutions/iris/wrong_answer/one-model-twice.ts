// Loses: quality
// One model under two names.
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
  return ['knn', 'nearest'];
}

function fit(_model: string, train: Dataset, features: number[][]): string[] {
  return fitPredict('knn', train, features);
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
