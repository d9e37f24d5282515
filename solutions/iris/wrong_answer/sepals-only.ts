// Loses: quality
// Both models look at the first two features only, as many a tutorial does so that it can draw them.
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

const firstTwo = (rows: number[][]): number[][] => rows.map((row) => row.slice(0, 2));

function fit(model: string, train: Dataset, features: number[][]): string[] {
  return fitPredict(model, { ...train, features: firstTwo(train.features) }, firstTwo(features));
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
  return runExperimentWith({ crossValidate }, data, o);
}
