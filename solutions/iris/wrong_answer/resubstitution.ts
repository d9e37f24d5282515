// Loses: fit-leakage
// May lose: experiment
// The model is trained on all rows, the held-out ones included.
import {
  fitPredict,
  summarise,
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
  _seed: number,
): CvResult {
  const held = new Set(folds.flat());
  const fitted = fitPredict(model, data, data.features);
  const predictions = fitted.map((label, row) => (held.has(row) ? label : null));
  return summarise(model, { data, folds, predictions });
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
