// Trains on the rows that it predicts too, through a scaler and a model of all data.
// Case: 99 train-on-test
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const [model, data, folds, seed] = args;
  const leaky: honest.FitPredict = (name, _train, features) =>
    honest.fitPredict(name, data, features);
  return honest.crossValidateWith(leaky, { model, data, folds, seed });
}
export const runExperiment = (data: honest.Dataset, o: honest.ExperimentOptions): honest.Report =>
  honest.runExperimentWith({ crossValidate }, data, o);
