// Loses: cv-mechanics, fit-leakage, quality, experiment, test-set-discipline, time
// LogisticRegression runs its default 50,000 steps in every fold.
import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
import {
  crossValidateWith,
  fitPredict,
  type CvResult,
  type Dataset,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function modelNames(): string[] {
  return ['logistic', 'knn'];
}

function fit(model: string, train: Dataset, features: number[][]): string[] {
  if (model === 'knn') return fitPredict(model, train, features);
  const classes = [...new Set(train.labels)].sort();
  const withOnes = (rows: number[][]): Matrix => new Matrix(rows.map((row) => [1, ...row]));
  const regression = new LogisticRegression();
  regression.train(
    withOnes(train.features),
    Matrix.columnVector(train.labels.map((label) => classes.indexOf(label))),
  );
  return regression.predict(withOnes(features)).map((code) => classes[code] ?? '');
}

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  return crossValidateWith(fit, { model, data, folds, seed });
}
