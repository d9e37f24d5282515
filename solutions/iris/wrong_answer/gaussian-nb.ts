// Loses: quality
// The second model is GaussianNB of ml.js, which looks at two features only.
import {
  crossValidateWith,
  fitPredict,
  type CvResult,
  type Dataset,
  runExperimentWith,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';
import { GaussianNB } from 'ml-naivebayes';

export * from '../accepted/reference.ts';

export function modelNames(): string[] {
  return ['knn', 'gaussian-nb'];
}

function fit(model: string, train: Dataset, features: number[][]): string[] {
  if (model === 'knn') return fitPredict(model, train, features);
  const classes = [...new Set(train.labels)].sort();
  const bayes = new GaussianNB();
  bayes.train(
    train.features,
    train.labels.map((label) => classes.indexOf(label)),
  );
  return features.map((row) => classes[bayes.predict([row])[0] ?? -1] ?? '');
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
