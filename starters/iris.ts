// Iris classifier, 20 minutes. Task: problems/coding/iris/statement.md
//
// Begin with stratifiedSplit and evaluate: they need no library and earn points at once.
// Run:  npm run judge sample iris   (visible tests)   npm run judge iris   (hidden tests)
//
// Worth knowing about ml.js (npm packages ml-knn, ml-cart, ml-random-forest, ml-naivebayes,
// ml-logistic-regression): trees, forests and Bayes want labels 0..K-1, not strings;
// LogisticRegression wants a Matrix, has no intercept and runs 50,000 steps by default;
// RandomForestClassifier with few trees needs noOOB: true; KNN.predict([]) throws; GaussianNB answers
// -1 for a row far from every class and throws when there is one more row to predict than features.
// Not every model there works: measure.

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

/** Row indices of a train and a test part; every class in proportion. */
export function stratifiedSplit(labels: string[], o: { testSize: number; seed: number }): Split {
  throw new Error(`TODO: split ${labels.length} rows by ${JSON.stringify(o)}`);
}

/** k lists of row indices; every class spread evenly. */
export function stratifiedKFold(labels: string[], o: { k: number; seed: number }): number[][] {
  throw new Error(`TODO: fold ${labels.length} rows by ${JSON.stringify(o)}`);
}

/** Confusion matrix (rows true, columns predicted) and macro-averaged metrics. */
export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  throw new Error(`TODO: compare ${yTrue.length} labels with ${yPred.length}`);
}

/** Names of your models, at least two. */
export function modelNames(): string[] {
  throw new Error('TODO: name two models');
}

/** Trains the model outside each fold, predicts inside. */
export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  throw new Error(
    `TODO: cross-validate ${model} on ${data.labels.length} rows, ${folds.length} folds, ${seed}`,
  );
}

/** The name of the best model by the rule of the statement. */
export function selectBest(results: CvResult[]): string {
  throw new Error(`TODO: choose among ${results.length}`);
}

/** Split, cross-validate on train, choose, refit, look at the test part once. */
export function runExperiment(
  data: Dataset,
  o: { testSize: number; k: number; seed: number },
): Report {
  throw new Error(`TODO: run on ${data.labels.length} rows with ${JSON.stringify(o)}`);
}
