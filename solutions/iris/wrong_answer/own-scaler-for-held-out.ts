// Loses: fit-leakage
// Held-out rows are scaled by their own mean and deviation.
import {
  crossValidateWith,
  fitPredict,
  mean,
  type CvResult,
  type Dataset,
  runExperimentWith,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function standardise(rows: number[][], by: number[][]): number[][] {
  const columns = (by[0] ?? []).map((_, column) => by.map((row) => row[column] ?? 0));
  const centers = columns.map(mean);
  const scales = columns.map(
    (values, i) => Math.sqrt(mean(values.map((value) => (value - (centers[i] ?? 0)) ** 2))) || 1,
  );
  return rows.map((row) => row.map((value, i) => (value - (centers[i] ?? 0)) / (scales[i] ?? 1)));
}

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const fit = (name: string, train: Dataset, features: number[][]): string[] => {
    const scaled = { ...train, features: standardise(train.features, train.features) };
    return fitPredict(name, scaled, standardise(features, features));
  };
  return crossValidateWith(fit, { model, data, folds, seed });
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
