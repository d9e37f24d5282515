// Takes the label from the held-out rows themselves, and from the order of the data.
// Case: 100 peek-label
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const [model, data, folds] = args;
  const rows = new Set(folds.flat());
  const predictions = data.labels.map((label, row) => (rows.has(row) ? label : null));
  return honest.summarise(model, { data, folds, predictions });
}
export const runExperiment = (data: honest.Dataset, o: honest.ExperimentOptions): honest.Report =>
  honest.runExperimentWith({ crossValidate }, data, o);
