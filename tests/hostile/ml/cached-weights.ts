// Thresholds for iris, learned elsewhere and pasted in.
// Case: 101 cached-weights
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const pasted: honest.FitPredict = (_model, _train, features) =>
  features.map(([, , length = 0, width = 0]) => {
    if (length < 2.5) return 'setosa';
    return width < 1.75 ? 'versicolor' : 'virginica';
  });

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const [model, data, folds, seed] = args;
  return honest.crossValidateWith(pasted, { model, data, folds, seed });
}
export const runExperiment = (data: honest.Dataset, o: honest.ExperimentOptions): honest.Report =>
  honest.runExperimentWith({ crossValidate }, data, o);
