// Loses: experiment
// crossValidate is right, but the experiment's results come from models that have seen every row.
import {
  evaluate,
  fitPredict,
  modelNames,
  selectBest,
  stratifiedKFold,
  stratifiedSplit,
  summarise,
  take,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  const split = stratifiedSplit(data.labels, o);
  const train = take(data, split.train);
  const test = take(data, split.test);
  const folds = stratifiedKFold(train.labels, o);
  const results = modelNames().map((model) =>
    summarise(model, { data: train, folds, predictions: fitPredict(model, train, train.features) }),
  );
  const best = selectBest(results);
  const testPredictions = fitPredict(best, train, test.features);
  return { split, results, best, testPredictions, test: evaluate(test.labels, testPredictions) };
}
