// Loses: cv-mechanics
// stdAccuracy divides by n, not by n - 1.
import {
  crossValidate as right,
  type CvResult,
  type Dataset,
  runExperimentWith,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const result = right(model, data, folds, seed);
  return {
    ...result,
    stdAccuracy: result.stdAccuracy * Math.sqrt((folds.length - 1) / folds.length),
  };
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
