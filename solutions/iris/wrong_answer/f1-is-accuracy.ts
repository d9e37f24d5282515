// Loses: cv-mechanics
// macroF1 of a cross-validation is its mean accuracy.
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
  return { ...result, macroF1: result.meanAccuracy };
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
