// Loses: experiment
// The report's metrics are those of the training rows.
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
  const testPredictions = fitPredict(best, train, take(data, split.test).features);
  const test = evaluate(train.labels, fitPredict(best, train, train.features));
  return { split, results, best, testPredictions, test };
}
