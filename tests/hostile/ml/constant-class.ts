// Always predicts the most frequent class.
// Case: 98 constant-class
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const constant: honest.FitPredict = (_model, train, features) => {
  const counts = Map.groupBy(train.labels, (label) => label);
  const [most = ''] = [...counts.keys()].sort(
    (a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0),
  );
  return features.map(() => most);
};

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const [model, data, folds, seed] = args;
  return honest.crossValidateWith(constant, { model, data, folds, seed });
}
export const runExperiment = (data: honest.Dataset, o: honest.ExperimentOptions): honest.Report =>
  honest.runExperimentWith({ crossValidate }, data, o);
