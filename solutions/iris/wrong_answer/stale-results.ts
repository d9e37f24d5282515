// Loses: fit-leakage
// Remembers results by all arguments but the features.
import {
  crossValidate as reference,
  runExperimentWith,
  type CvResult,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

const known = new Map<string, CvResult>();

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const key = JSON.stringify([model, data.labels, folds, seed]);
  const result = known.get(key) ?? reference(model, data, folds, seed);
  known.set(key, result);
  return result;
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
