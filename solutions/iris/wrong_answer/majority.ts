// Loses: quality, experiment
// May lose: test-set-discipline
// The second model always answers the most frequent class.
import {
  crossValidateWith,
  fitPredict,
  type CvResult,
  type Dataset,
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
