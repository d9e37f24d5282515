// Loses: quality
// The second model always answers the most frequent class.
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
  return ['knn', 'majority'];
}

function fit(model: string, train: Dataset, features: number[][]): string[] {
  if (model === 'knn') return fitPredict(model, train, features);
  const count = (label: string): number => train.labels.filter((other) => other === label).length;
  const [winner = ''] = train.labels.toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  return features.map(() => winner);
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
