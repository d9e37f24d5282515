// Written: by the author, with ml-random-forest and ml-logistic-regression: arrow functions, a model
// is a function from training rows to a classifier, the scaler is fitted inside it.
import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
import { RandomForestClassifier } from 'ml-random-forest';
import type { CvResult, Dataset, Metrics, Report, Split } from '../../../starters/iris.ts';

type Classify = (rows: number[][]) => number[];
type Trainer = (rows: number[][], codes: number[], seed: number) => Classify;

const average = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const numeric = (a: number, b: number): number => a - b;
const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
};
const choose = (data: Dataset, rows: number[]): Dataset => ({
  features: rows.map((row) => at(data.features, row)),
  labels: rows.map((row) => at(data.labels, row)),
});

/** Standardises by the rows given, and adds the column of ones that LogisticRegression lacks. */
const fitScaler = (rows: number[][]): ((row: number[]) => number[]) => {
  const columns = at(rows, 0).map((_, j) => rows.map((row) => at(row, j)));
  const centers = columns.map(average);
  const widths = columns.map(
    (column, j) => Math.sqrt(average(column.map((v) => (v - at(centers, j)) ** 2))) || 1,
  );
  return (row) => [1, ...row.map((v, j) => (v - at(centers, j)) / at(widths, j))];
};

const trainers: Record<string, Trainer> = {
  forest: (rows, codes, seed) => {
    const forest = new RandomForestClassifier({
      seed,
      nEstimators: 10,
      maxFeatures: Math.min(3, at(rows, 0).length),
      replacement: false,
      noOOB: true,
    });
    forest.train(rows, codes);
    return (held) => forest.predict(held);
  },
  logistic: (rows, codes) => {
    const scale = fitScaler(rows);
    const regression = new LogisticRegression({ numSteps: 150, learningRate: 0.03 });
    regression.train(new Matrix(rows.map(scale)), Matrix.columnVector(codes));
    return (held) => regression.predict(new Matrix(held.map(scale)));
  },
};

export const modelNames = (): string[] => Object.keys(trainers);

const learnAndPredict = (
  { model, seed }: { model: string; seed: number },
  train: Dataset,
  held: number[][],
): string[] => {
  const trainer = trainers[model];
  if (trainer === undefined) throw new Error(`there is no model "${model}"`);
  const classes = [...new Set(train.labels)].sort();
  const codes = train.labels.map((label) => classes.indexOf(label));
  return trainer(train.features, codes, seed)(held).map((code) => at(classes, code));
};

/** The rows of every class in an order drawn from the seed (xorshift). */
const drawnByClass = (labels: string[], seed: number): number[][] => {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const draw = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  };
  const groups = Map.groupBy(labels.keys(), (row) => at(labels, row));
  return [...groups.values()].map((rows) =>
    rows
      .map((row): [number, number] => [draw(), row])
      .sort(([a], [b]) => a - b)
      .map(([, row]) => row),
  );
};

export const stratifiedSplit = (
  labels: string[],
  { testSize, seed }: { testSize: number; seed: number },
): Split => {
  if (!(testSize > 0 && testSize < 1)) throw new RangeError(`testSize ${testSize}`);
  const test = drawnByClass(labels, seed).flatMap((rows) => {
    const wanted = Math.max(1, Math.round(rows.length * testSize));
    return rows.slice(0, Math.min(wanted, rows.length - 1));
  });
  const held = new Set(test);
  return { train: [...labels.keys()].filter((row) => !held.has(row)), test: test.sort(numeric) };
};

export const stratifiedKFold = (
  labels: string[],
  { k, seed }: { k: number; seed: number },
): number[][] => {
  if (!Number.isInteger(k) || k < 2 || k > labels.length) throw new RangeError(`k ${k}`);
  const dealt = drawnByClass(labels, seed).flat();
  return Array.from({ length: k }, (_, fold) =>
    dealt.filter((_row, position) => position % k === fold).sort(numeric),
  );
};

export const evaluate = (yTrue: string[], yPred: string[]): Metrics => {
  if (yTrue.length === 0) throw new RangeError('there is nothing to evaluate');
  if (yTrue.length !== yPred.length) throw new RangeError('the arrays differ in length');
  const labels = [...new Set([...yTrue, ...yPred])].sort();
  const confusion = labels.map((truth) =>
    labels.map((guess) => yTrue.filter((t, i) => t === truth && yPred[i] === guess).length),
  );
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
  const perClass = labels.map((_, i) => {
    const hits = at(at(confusion, i), i);
    const predicted = sum(confusion.map((row) => at(row, i)));
    const actual = sum(at(confusion, i));
    return {
      hits,
      precision: predicted === 0 ? 0 : hits / predicted,
      recall: actual === 0 ? 0 : hits / actual,
      f1: (2 * hits) / (predicted + actual),
    };
  });
  return {
    labels,
    confusion,
    accuracy: sum(perClass.map(({ hits }) => hits)) / yTrue.length,
    macroPrecision: average(perClass.map(({ precision }) => precision)),
    macroRecall: average(perClass.map(({ recall }) => recall)),
    macroF1: average(perClass.map(({ f1 }) => f1)),
  };
};

export const crossValidate = (
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult => {
  const answers = folds.map((fold) => {
    const train = [...data.labels.keys()].filter((row) => !fold.includes(row));
    return learnAndPredict({ model, seed }, choose(data, train), choose(data, fold).features);
  });
  const predictions: (string | null)[] = data.labels.map(() => null);
  folds.forEach((fold, f) =>
    fold.forEach((row, i) => {
      predictions[row] = at(at(answers, f), i);
    }),
  );
  const foldAccuracy = folds.map(
    (fold) => fold.filter((row) => predictions[row] === data.labels[row]).length / fold.length,
  );
  const meanAccuracy = average(foldAccuracy);
  const squares = foldAccuracy.map((accuracy) => (accuracy - meanAccuracy) ** 2);
  const stdAccuracy =
    folds.length === 1 ? 0 : Math.sqrt((average(squares) * folds.length) / (folds.length - 1));
  const { macroF1 } = evaluate(choose(data, folds.flat()).labels, answers.flat());
  return { model, predictions, foldAccuracy, meanAccuracy, stdAccuracy, macroF1 };
};

export const selectBest = (results: CvResult[]): string => {
  if (results.length === 0) throw new RangeError('there is nothing to choose from');
  const top = Math.max(...results.map(({ macroF1 }) => macroF1));
  const tied = results.filter(({ macroF1 }) => top - macroF1 <= 1e-9);
  const steadiest = Math.min(...tied.map(({ stdAccuracy }) => stdAccuracy));
  const names = tied.filter((r) => r.stdAccuracy === steadiest).map(({ model }) => model);
  return at(names.sort(), 0);
};

export const runExperiment = (
  data: Dataset,
  { testSize, k, seed }: { testSize: number; k: number; seed: number },
): Report => {
  const split = stratifiedSplit(data.labels, { testSize, seed });
  const train = choose(data, split.train);
  const folds = stratifiedKFold(train.labels, { k, seed });
  const results = modelNames().map((model) => crossValidate(model, train, folds, seed));
  const best = selectBest(results);
  const held = choose(data, split.test);
  const testPredictions = learnAndPredict({ model: best, seed }, train, held.features);
  return { split, results, best, testPredictions, test: evaluate(held.labels, testPredictions) };
};
