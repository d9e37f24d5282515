// Loses: experiment, test-set-discipline
// Cross-validation runs over all rows, the test rows included.
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
  const folds = stratifiedKFold(data.labels, o);
  const results = modelNames().map((model) => crossValidate(model, data, folds, o.seed));
  const best = selectBest(results);
  const test = take(data, split.test);
  const testPredictions = fitPredict(best, take(data, split.train), test.features);
  return { split, results, best, testPredictions, test: evaluate(test.labels, testPredictions) };
}
