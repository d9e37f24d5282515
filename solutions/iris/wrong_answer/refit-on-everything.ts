// Loses: test-set-discipline
// The winner is trained on train and test rows together.
import {
  crossValidate,
  evaluate,
  fitPredict,
  modelNames,
  selectBest,
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
  const folds = stratifiedKFold(train.labels, o);
  const results = modelNames().map((model) => crossValidate(model, train, folds, o.seed));
  const best = selectBest(results);
  const test = take(data, split.test);
  const testPredictions = fitPredict(best, data, test.features);
  return { split, results, best, testPredictions, test: evaluate(test.labels, testPredictions) };
}
