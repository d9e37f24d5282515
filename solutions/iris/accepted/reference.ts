// Written: by the author, with ml-knn and ml-cart; also the oracle of the hidden suite. The wrong
// solutions reuse its exported parts, each changing one thing.
import { DecisionTreeClassifier } from 'ml-cart';
import KNN from 'ml-knn';
import type { CvResult, Dataset, Metrics, Report, Split } from '../../../starters/iris.ts';

export type { CvResult, Dataset, Metrics, Report, Split };

export function stratifiedSplit(labels: string[], o: { testSize: number; seed: number }): Split {
  if (!(o.testSize > 0 && o.testSize < 1)) throw new RangeError('testSize must lie inside (0, 1)');
  const split: Split = { train: [], test: [] };
  for (const rows of shuffledClasses(labels, o.seed)) {
    const wanted = Math.max(1, Math.round(rows.length * o.testSize));
    const count = Math.min(rows.length - 1, wanted);
    split.test.push(...rows.slice(0, count));
    split.train.push(...rows.slice(count));
  }
  return { train: ascending(split.train), test: ascending(split.test) };
}

export function stratifiedKFold(
  labels: string[],
  { k, seed }: { k: number; seed: number },
): number[][] {
  if (!Number.isInteger(k) || k < 2 || k > labels.length) throw new RangeError('k must be 2..n');
  const folds = Array.from({ length: k }, (): number[] => []);
  // Dealt on from class to class, so that small classes leave no fold empty.
  for (const [position, row] of shuffledClasses(labels, seed).flat().entries())
    folds[position % k]?.push(row);
  return folds.map(ascending);
}

export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  if (yTrue.length === 0 || yTrue.length !== yPred.length)
    throw new RangeError('lengths must match');
  const labels = [...new Set([...yTrue, ...yPred])].sort();
  const count = (label: string | undefined, predicted: string | undefined): number =>
    yTrue.filter((truth, row) => truth === label && yPred[row] === predicted).length;
  const confusion = labels.map((label) => labels.map((predicted) => count(label, predicted)));
  const right = labels.map((label) => count(label, label));
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const precision = labels.map((label, i) =>
    ratio(right[i] ?? 0, yPred.filter((p) => p === label).length),
  );
  const recall = labels.map((label, i) =>
    ratio(right[i] ?? 0, yTrue.filter((t) => t === label).length),
  );
  const f1 = precision.map((p, i) => ratio(2 * p * (recall[i] ?? 0), p + (recall[i] ?? 0)));
  return {
    labels,
    confusion,
    accuracy: right.reduce((sum, value) => sum + value, 0) / yTrue.length,
    macroPrecision: mean(precision),
    macroRecall: mean(recall),
    macroF1: mean(f1),
  };
}

export function modelNames(): string[] {
  return ['knn', 'cart'];
}

/** Trains on one part and predicts another. */
export type FitPredict = (model: string, train: Dataset, features: number[][]) => string[];

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  return crossValidateWith(fitPredict, { model, data, folds, seed });
}

export function crossValidateWith(
  fit: FitPredict,
  { model, data, folds }: { model: string; data: Dataset; folds: number[][]; seed: number },
): CvResult {
  const predictions: (string | null)[] = data.labels.map(() => null);
  for (const fold of folds) {
    const held = new Set(fold);
    const train = take(
      data,
      [...data.labels.keys()].filter((row) => !held.has(row)),
    );
    const predicted = fit(model, train, take(data, fold).features);
    for (const [position, row] of fold.entries()) predictions[row] = predicted[position] ?? null;
  }
  return summarise(model, { data, folds, predictions });
}

export function summarise(
  model: string,
  {
    data,
    folds,
    predictions,
  }: { data: Dataset; folds: number[][]; predictions: (string | null)[] },
): CvResult {
  const foldAccuracy = folds.map((fold) =>
    mean(fold.map((row) => Number(predictions[row] === data.labels[row]))),
  );
  const meanAccuracy = mean(foldAccuracy);
  const squares = foldAccuracy.reduce((sum, value) => sum + (value - meanAccuracy) ** 2, 0);
  const stdAccuracy = folds.length < 2 ? 0 : Math.sqrt(squares / (folds.length - 1));
  const rows = folds.flat();
  const pooled = evaluate(
    take(data, rows).labels,
    rows.map((row) => predictions[row] ?? ''),
  );
  return { model, predictions, foldAccuracy, meanAccuracy, stdAccuracy, macroF1: pooled.macroF1 };
}

export function fitPredict(model: string, train: Dataset, features: number[][]): string[] {
  const classes = [...new Set(train.labels)].sort();
  const codes = train.labels.map((label) => classes.indexOf(label));
  if (model === 'knn') {
    return new KNN(train.features, codes, { k: 5 })
      .predict(features)
      .map((code) => classes[code] ?? '');
  }
  const tree = new DecisionTreeClassifier({ maxDepth: 5, minNumSamples: 3 });
  tree.train(train.features, codes);
  return tree.predict(features).map((code) => classes[code] ?? '');
}

export function selectBest(results: CvResult[]): string {
  const [best] = results.toSorted((a, b) => {
    if (Math.abs(a.macroF1 - b.macroF1) > 1e-9) return b.macroF1 - a.macroF1;
    if (a.stdAccuracy !== b.stdAccuracy) return a.stdAccuracy - b.stdAccuracy;
    return a.model < b.model ? -1 : 1;
  });
  if (best === undefined) throw new RangeError('no results to choose from');
  return best.model;
}

const ownParts = { stratifiedSplit, evaluate, modelNames, crossValidate, selectBest };

export type ExperimentOptions = { testSize: number; k: number; seed: number };

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({}, data, o);
}

export function runExperimentWith(
  parts: Partial<typeof ownParts>,
  data: Dataset,
  o: ExperimentOptions,
): Report {
  const own = { ...ownParts, ...parts };
  const split = own.stratifiedSplit(data.labels, o);
  const train = take(data, split.train);
  const folds = stratifiedKFold(train.labels, o);
  const results = own.modelNames().map((model) => own.crossValidate(model, train, folds, o.seed));
  const best = own.selectBest(results);
  const { predictions } = own.crossValidate(best, data, [split.test], o.seed);
  const testPredictions = split.test.map((row) => predictions[row] ?? '');
  const test = own.evaluate(take(data, split.test).labels, testPredictions);
  return { split, results, best, testPredictions, test };
}

export function take({ features, labels }: Dataset, rows: number[]): Dataset {
  return {
    features: rows.map((row) => features[row] ?? []),
    labels: rows.map((row) => labels[row] ?? ''),
  };
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** mulberry32 (Tommy Ettinger): uniform in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The rows of each class, shuffled; classes in sorted order. */
export function shuffledClasses(labels: string[], seed: number): number[][] {
  const random = generator(seed);
  return [...new Set(labels)].sort().map((label) => {
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    const keyed = rows.map((row) => ({ row, key: random() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
  });
}

export function ascending(rows: number[]): number[] {
  return rows.toSorted((a, b) => a - b);
}
