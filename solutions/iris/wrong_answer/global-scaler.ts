// Loses: fit-leakage
// The scaler is fitted on all rows before the folds are made.
import {
  crossValidate as right,
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
  return right(
    model,
    { ...data, features: standardise(data.features, data.features) },
    folds,
    seed,
  );
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
