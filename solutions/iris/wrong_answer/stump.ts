// Loses: quality
// The second model is a tree of one question.
import {
  crossValidateWith,
  fitPredict,
  type CvResult,
  type Dataset,
  runExperimentWith,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';
import { DecisionTreeClassifier } from 'ml-cart';

export * from '../accepted/reference.ts';

export function modelNames(): string[] {
  return ['knn', 'stump'];
}

function fit(model: string, train: Dataset, features: number[][]): string[] {
  if (model === 'knn') return fitPredict(model, train, features);
  const classes = [...new Set(train.labels)].sort();
  const tree = new DecisionTreeClassifier({ maxDepth: 1, minNumSamples: 1 });
  tree.train(
    train.features,
    train.labels.map((label) => classes.indexOf(label)),
  );
  return tree.predict(features).map((code) => classes[code] ?? '');
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
