// Loses: cv-mechanics, experiment, test-set-discipline
// May lose: fit-leakage
// The model draws from Math.random: the same seed gives other results.
import {
  crossValidateWith,
  evaluate,
  fitPredict as steady,
  modelNames,
  selectBest,
  stratifiedKFold,
  stratifiedSplit,
  take,
  type CvResult,
  type Dataset,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

/** Trains on a bootstrap sample, as a forest of one tree would. */
function fitPredict(model: string, train: Dataset, features: number[][]): string[] {
  const n = train.labels.length;
  return steady(
    model,
    take(
      train,
      train.labels.map(() => Math.floor(Math.random() * n)),
    ),
    features,
  );
}

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  return crossValidateWith(fitPredict, { model, data, folds, seed });
}

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
  const testPredictions = fitPredict(best, train, test.features);
  return { split, results, best, testPredictions, test: evaluate(test.labels, testPredictions) };
}
