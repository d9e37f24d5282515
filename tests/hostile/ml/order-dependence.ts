// Lets each prediction depend on the row before it in the batch.
// Case: 106 order-dependence
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const sticky: honest.FitPredict = (model, train, features) => {
  const centred = features.map((row, index) =>
    row.map((value, column) => 0.7 * value + 0.3 * (features[index - 1]?.[column] ?? value)),
  );
  return honest.fitPredict(model, train, centred);
};

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const [model, data, folds, seed] = args;
  return honest.crossValidateWith(sticky, { model, data, folds, seed });
}
export const runExperiment = (data: honest.Dataset, o: honest.ExperimentOptions): honest.Report =>
  honest.runExperimentWith({ crossValidate }, data, o);
