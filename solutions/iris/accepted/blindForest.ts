// Written: blind from the statement, by someone who had not seen the suite.
import KNN from 'ml-knn';
import { RandomForestClassifier } from 'ml-random-forest';

export type Dataset = { features: number[][]; labels: string[] };
export type Split = { train: number[]; test: number[] };
export type Metrics = {
  labels: string[];
  confusion: number[][];
  accuracy: number;
  macroPrecision: number;
  macroRecall: number;
  macroF1: number;
};
export type CvResult = {
  model: string;
  predictions: (string | null)[];
  foldAccuracy: number[];
  meanAccuracy: number;
  stdAccuracy: number;
  macroF1: number;
};
export type Report = {
  split: Split;
  results: CvResult[];
  best: string;
  testPredictions: string[];
  test: Metrics;
};

const asc = (a: number, b: number) => a - b;
const mean = (xs: number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;

function mulberry32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(xs: T[], rnd: () => number): T[] {
  const out = xs.slice();
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(rnd() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

function byClass(labels: string[]): number[][] {
  const groups = new Map<string, number[]>();
  labels.forEach((l, i) => {
    const g = groups.get(l);
    if (g) g.push(i);
    else groups.set(l, [i]);
  });
  return [...groups.values()];
}

export function stratifiedSplit(labels: string[], o: { testSize: number; seed: number }): Split {
  if (!(o.testSize > 0 && o.testSize < 1)) throw new Error('testSize must be in (0, 1)');
  const rnd = mulberry32(o.seed);
  const train: number[] = [];
  const test: number[] = [];
  for (const rows of byClass(labels)) {
    const n = rows.length;
    const take = n === 1 ? 0 : Math.min(n - 1, Math.max(1, Math.round(n * o.testSize)));
    const order = shuffled(rows, rnd);
    test.push(...order.slice(0, take));
    train.push(...order.slice(take));
  }
  return { train: train.sort(asc), test: test.sort(asc) };
}

export function stratifiedKFold(labels: string[], o: { k: number; seed: number }): number[][] {
  const { k } = o;
  if (!Number.isInteger(k) || k < 2 || k > labels.length) throw new Error(`bad k: ${k}`);
  const rnd = mulberry32(o.seed);
  const folds: number[][] = Array.from({ length: k }, () => []);
  let next = 0; // goes on over classes, so that fold sizes stay even and no fold is empty
  for (const rows of byClass(labels)) {
    for (const row of shuffled(rows, rnd)) folds[next++ % k]!.push(row);
  }
  return folds.map((f) => f.sort(asc));
}

export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  if (yTrue.length === 0 || yTrue.length !== yPred.length) throw new Error('bad lengths');
  const labels = [...new Set([...yTrue, ...yPred])].sort();
  const index = new Map(labels.map((l, i) => [l, i]));
  const confusion = labels.map(() => labels.map(() => 0));
  yTrue.forEach((t, r) => {
    confusion[index.get(t)!]![index.get(yPred[r]!)!]! += 1;
  });
  const ratio = (a: number, b: number) => (b === 0 ? 0 : a / b);
  const precision: number[] = [];
  const recall: number[] = [];
  const f1: number[] = [];
  let hits = 0;
  labels.forEach((_, i) => {
    const tp = confusion[i]![i]!;
    const actual = confusion[i]!.reduce((s, x) => s + x, 0);
    const predicted = confusion.reduce((s, row) => s + row[i]!, 0);
    hits += tp;
    precision.push(ratio(tp, predicted));
    recall.push(ratio(tp, actual));
    f1.push(ratio(2 * tp, actual + predicted));
  });
  return {
    labels,
    confusion,
    accuracy: hits / yTrue.length,
    macroPrecision: mean(precision),
    macroRecall: mean(recall),
    macroF1: mean(f1),
  };
}

type Fit = (X: number[][], y: number[], seed: number) => (X: number[][]) => number[];

const MODELS: Record<string, Fit> = {
  knn: (X, y) => {
    const m = new KNN(X, y, { k: Math.min(5, X.length) });
    return (Z) => m.predict(Z) as number[];
  },
  forest: (X, y, seed) => {
    const m = new RandomForestClassifier({
      seed,
      nEstimators: 30,
      maxFeatures: Math.max(1, Math.ceil(Math.sqrt(X[0]!.length))),
      replacement: false,
      useSampleBagging: true,
      noOOB: true,
    });
    m.train(X, y);
    return (Z) => m.predict(Z) as number[];
  },
  bayes: (X, y) => {
    // by hand in log space: a far outlier must still get a class
    const K = Math.max(...y) + 1;
    const stats = Array.from({ length: K }, (_, c) => {
      const rows = X.filter((_, i) => y[i] === c);
      const mu = X[0]!.map((_, j) => mean(rows.map((r) => r[j]!)));
      const v = mu.map((m, j) => mean(rows.map((r) => (r[j]! - m) ** 2)) + 1e-6);
      return { prior: Math.log(rows.length / X.length), mu, v };
    });
    return (Z) =>
      Z.map((z) => {
        const s = stats.map(({ prior, mu, v }) =>
          z.reduce((acc, x, j) => acc - 0.5 * (Math.log(v[j]!) + (x - mu[j]!) ** 2 / v[j]!), prior),
        );
        return s.indexOf(Math.max(...s));
      });
  },
};

export function modelNames(): string[] {
  return Object.keys(MODELS);
}

function scaler(X: number[][]): (row: number[]) => number[] {
  const cols = X[0]!.map((_, j) => X.map((r) => r[j]!));
  const mu = cols.map(mean);
  const sd = cols.map((c, j) => Math.sqrt(mean(c.map((v) => (v - mu[j]!) ** 2))) || 1);
  return (row) => row.map((v, j) => (v - mu[j]!) / sd[j]!);
}

function fitPredict(
  model: string,
  X: number[][],
  y: string[],
  Z: number[][],
  seed: number,
): string[] {
  const fit = MODELS[model];
  if (!fit) throw new Error(`unknown model ${model}`);
  if (X.length === 0) throw new Error('no training rows');
  if (Z.length === 0) return [];
  const classes = [...new Set(y)].sort();
  if (classes.length === 1) return Z.map(() => classes[0]!);
  const scale = scaler(X);
  const code = new Map(classes.map((c, i) => [c, i]));
  const predict = fit(
    X.map(scale),
    y.map((l) => code.get(l)!),
    seed,
  );
  return predict(Z.map(scale)).map((c) => classes[c]!);
}

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const { features, labels } = data;
  const predictions: (string | null)[] = labels.map(() => null);
  const foldAccuracy: number[] = [];
  const yTrue: string[] = [];
  const yPred: string[] = [];
  for (const fold of folds) {
    const held = new Set(fold);
    const train = labels.map((_, i) => i).filter((i) => !held.has(i));
    const pred = fitPredict(
      model,
      train.map((i) => features[i]!),
      train.map((i) => labels[i]!),
      fold.map((i) => features[i]!),
      seed,
    );
    let hits = 0;
    fold.forEach((row, i) => {
      predictions[row] = pred[i]!;
      yTrue.push(labels[row]!);
      yPred.push(pred[i]!);
      if (pred[i] === labels[row]) hits++;
    });
    foldAccuracy.push(hits / fold.length);
  }
  const meanAccuracy = mean(foldAccuracy);
  const stdAccuracy =
    foldAccuracy.length < 2
      ? 0
      : Math.sqrt(
          foldAccuracy.reduce((s, a) => s + (a - meanAccuracy) ** 2, 0) / (foldAccuracy.length - 1),
        );
  const { macroF1 } = evaluate(yTrue, yPred);
  return { model, predictions, foldAccuracy, meanAccuracy, stdAccuracy, macroF1 };
}

export function selectBest(results: CvResult[]): string {
  if (results.length === 0) throw new Error('no results');
  const top = Math.max(...results.map((r) => r.macroF1));
  const tied = results.filter((r) => top - r.macroF1 <= 1e-9);
  tied.sort((a, b) => a.stdAccuracy - b.stdAccuracy || (a.model < b.model ? -1 : 1));
  return tied[0]!.model;
}

export function runExperiment(
  data: Dataset,
  o: { testSize: number; k: number; seed: number },
): Report {
  const split = stratifiedSplit(data.labels, { testSize: o.testSize, seed: o.seed });
  const train: Dataset = {
    features: split.train.map((i) => data.features[i]!),
    labels: split.train.map((i) => data.labels[i]!),
  };
  const folds = stratifiedKFold(train.labels, { k: o.k, seed: o.seed });
  const results = modelNames().map((m) => crossValidate(m, train, folds, o.seed));
  const best = selectBest(results);
  const testPredictions = fitPredict(
    best,
    train.features,
    train.labels,
    split.test.map((i) => data.features[i]!),
    o.seed,
  );
  const test = evaluate(
    split.test.map((i) => data.labels[i]!),
    testPredictions,
  );
  return { split, results, best, testPredictions, test };
}
