// Loses: test-set-discipline
// May lose: experiment
// The winner is the model with the best score on the test rows.
import {
  crossValidate,
  evaluate,
  fitPredict,
  modelNames,
  stratifiedKFold,
  stratifiedSplit,
  take,
  type Dataset,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function runExperiment(
  data: Dataset,
  o: { testSize: number; k: number; seed: number },
): Report {
  const split = stratifiedSplit(data.labels, o);
  const train = take(data, split.train);
  const test = take(data, split.test);
  const folds = stratifiedKFold(train.labels, o);
  const results = modelNames().map((model) => crossValidate(model, train, folds, o.seed));
  const tried = modelNames().map((model) => {
    const testPredictions = fitPredict(model, train, test.features);
    return { best: model, testPredictions, test: evaluate(test.labels, testPredictions) };
  });
  const [winner] = tried.toSorted((a, b) => b.test.accuracy - a.test.accuracy);
  if (winner === undefined) throw new Error('no model');
  return { split, results, ...winner };
}
