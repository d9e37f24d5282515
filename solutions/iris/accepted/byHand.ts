// Written: by the author, without any library, in another style: async, classes, plain loops.
type Rows = { features: number[][]; labels: string[] };

abstract class Model {
  abstract fit(rows: Rows): void;
  abstract predictOne(x: number[]): string;
}

/** Gaussian naive Bayes on all features. */
class Bayes extends Model {
  private stats = new Map<string, { prior: number; mean: number[]; variance: number[] }>();

  override fit({ features, labels }: Rows): void {
    this.stats.clear();
    for (const label of new Set(labels)) {
      const own = features.filter((_, i) => labels[i] === label);
      const columns = (own[0] ?? []).map((_, j) => own.map((x) => x[j] ?? 0));
      const means = columns.map((c) => c.reduce((s, v) => s + v, 0) / c.length);
      const variance = columns.map(
        (c, j) => c.reduce((s, v) => s + (v - (means[j] ?? 0)) ** 2, 0) / c.length + 1e-9,
      );
      this.stats.set(label, { prior: own.length / labels.length, mean: means, variance });
    }
  }

  override predictOne(x: number[]): string {
    let best = '';
    let bestScore = -Infinity;
    for (const [label, { prior, mean, variance }] of this.stats) {
      let score = Math.log(prior);
      x.forEach((value, j) => {
        const v = variance[j] ?? 1;
        score -= 0.5 * Math.log(2 * Math.PI * v) + (value - (mean[j] ?? 0)) ** 2 / (2 * v);
      });
      if (score > bestScore || best === '') {
        best = label;
        bestScore = score;
      }
    }
    return best;
  }
}

/** Seven nearest neighbours on standardised features; the scaler learns from the training rows. */
class Neighbours extends Model {
  private rows: Rows = { features: [], labels: [] };
  private center: number[] = [];
  private scale: number[] = [];

  override fit({ features, labels }: Rows): void {
    const columns = (features[0] ?? []).map((_, j) => features.map((x) => x[j] ?? 0));
    this.center = columns.map((c) => c.reduce((s, v) => s + v, 0) / c.length);
    this.scale = columns.map(
      (c, j) =>
        Math.sqrt(c.reduce((s, v) => s + (v - (this.center[j] ?? 0)) ** 2, 0) / c.length) || 1,
    );
    this.rows = { features: features.map((x) => this.standardise(x)), labels: [...labels] };
  }

  private standardise(x: number[]): number[] {
    return x.map((v, j) => (v - (this.center[j] ?? 0)) / (this.scale[j] ?? 1));
  }

  override predictOne(x: number[]): string {
    const z = this.standardise(x);
    const near = this.rows.features
      .map((row, i) => ({ i, d: row.reduce((s, v, j) => s + (v - (z[j] ?? 0)) ** 2, 0) }))
      .sort((a, b) => a.d - b.d || a.i - b.i)
      .slice(0, 7);
    const votes = new Map<string, number>();
    for (const { i } of near) {
      const label = this.rows.labels[i] ?? '';
      votes.set(label, (votes.get(label) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  }
}

const models: Record<string, () => Model> = {
  'naive-bayes': () => new Bayes(),
  neighbours: () => new Neighbours(),
};

export const modelNames = (): string[] => Object.keys(models);

const lcg = (seed: number) => {
  let s = (Math.abs(seed) * 2654435761 + 12345) % 4294967296;
  return () => (s = (s * 1664525 + 1013904223) % 4294967296) / 4294967296;
};

function dealt(labels: string[], seed: number): number[][] {
  const random = lcg(seed);
  const groups = new Map<string, number[]>();
  labels.forEach((label, i) => {
    const group = groups.get(label);
    if (group) group.push(i);
    else groups.set(label, [i]);
  });
  for (const group of groups.values()) {
    for (let i = group.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      const swap = group[i] ?? 0;
      group[i] = group[j] ?? 0;
      group[j] = swap;
    }
  }
  return [...groups.values()];
}

export const stratifiedSplit = (
  labels: string[],
  { testSize, seed }: { testSize: number; seed: number },
) => {
  if (testSize <= 0 || testSize >= 1) throw new Error('testSize out of range');
  const isTest = new Set<number>();
  for (const group of dealt(labels, seed)) {
    if (group.length === 1) continue;
    const n = Math.min(group.length - 1, Math.max(1, Math.round(group.length * testSize)));
    group.slice(-n).forEach((row) => isTest.add(row));
  }
  const all = labels.map((_, i) => i);
  return { train: all.filter((i) => !isTest.has(i)), test: all.filter((i) => isTest.has(i)) };
};

export const stratifiedKFold = (labels: string[], { k, seed }: { k: number; seed: number }) => {
  if (k < 2 || k > labels.length || k !== Math.floor(k)) throw new Error('bad k');
  const foldOf = labels.map(() => 0);
  let next = 0;
  for (const group of dealt(labels, seed)) for (const row of group) foldOf[row] = next++ % k;
  return Array.from({ length: k }, (_, f) =>
    labels.map((_l, i) => i).filter((i) => foldOf[i] === f),
  );
};

export async function evaluate(yTrue: string[], yPred: string[]) {
  if (!yTrue.length || yTrue.length !== yPred.length) throw new Error('nothing to compare');
  const labels = Array.from(new Set(yTrue.concat(yPred))).sort((a, b) => (a < b ? -1 : 1));
  const at = new Map(labels.map((label, i) => [label, i]));
  const confusion = labels.map(() => labels.map(() => 0));
  yTrue.forEach((t, i) => {
    const row = confusion[at.get(t) ?? 0] ?? [];
    const column = at.get(yPred[i] ?? '') ?? 0;
    row[column] = (row[column] ?? 0) + 1;
  });
  let [p, r, f, hits] = [0, 0, 0, 0];
  labels.forEach((_, i) => {
    const tp = confusion[i]?.[i] ?? 0;
    const predicted = confusion.reduce((s, row) => s + (row[i] ?? 0), 0);
    const actual = (confusion[i] ?? []).reduce((s, v) => s + v, 0);
    hits += tp;
    p += predicted ? tp / predicted : 0;
    r += actual ? tp / actual : 0;
    f += tp ? (2 * tp) / (predicted + actual) : 0;
  });
  const n = labels.length;
  return {
    labels,
    confusion,
    accuracy: hits / yTrue.length,
    macroPrecision: p / n,
    macroRecall: r / n,
    macroF1: f / n,
  };
}

export async function crossValidate(model: string, data: Rows, folds: number[][], _seed: number) {
  const predictions: (string | null)[] = data.labels.map(() => null);
  const foldAccuracy: number[] = [];
  for (const fold of folds) {
    const learner = models[model]?.();
    if (!learner) throw new Error(`no model ${model}`);
    const held = new Set(fold);
    learner.fit({
      features: data.features.filter((_, i) => !held.has(i)),
      labels: data.labels.filter((_, i) => !held.has(i)),
    });
    let hits = 0;
    for (const row of fold) {
      const label = learner.predictOne(data.features[row] ?? []);
      predictions[row] = label;
      if (label === data.labels[row]) hits += 1;
    }
    foldAccuracy.push(hits / fold.length);
  }
  const n = foldAccuracy.length;
  const meanAccuracy = foldAccuracy.reduce((s, v) => s + v, 0) / n;
  const stdAccuracy =
    n > 1 ? Math.sqrt(foldAccuracy.reduce((s, v) => s + (v - meanAccuracy) ** 2, 0) / (n - 1)) : 0;
  const used = folds.flat();
  const { macroF1 } = await evaluate(
    used.map((i) => data.labels[i] ?? ''),
    used.map((i) => predictions[i] ?? ''),
  );
  return { model, predictions, foldAccuracy, meanAccuracy, stdAccuracy, macroF1 };
}

type Result = Awaited<ReturnType<typeof crossValidate>>;

export function selectBest(results: Result[]): string {
  if (!results.length) throw new Error('no results');
  return results.reduce((best, r) => {
    const gap = r.macroF1 - best.macroF1;
    if (Math.abs(gap) > 1e-9) return gap > 0 ? r : best;
    if (r.stdAccuracy !== best.stdAccuracy) return r.stdAccuracy < best.stdAccuracy ? r : best;
    return r.model < best.model ? r : best;
  }).model;
}

export async function runExperiment(
  data: Rows,
  { testSize, k, seed }: { testSize: number; k: number; seed: number },
) {
  const split = stratifiedSplit(data.labels, { testSize, seed });
  const pick = (rows: number[]): Rows => ({
    features: rows.map((i) => data.features[i] ?? []),
    labels: rows.map((i) => data.labels[i] ?? ''),
  });
  const train = pick(split.train);
  const results: Result[] = [];
  for (const name of modelNames()) {
    results.push(
      await crossValidate(name, train, stratifiedKFold(train.labels, { k, seed: seed + 1 }), seed),
    );
  }
  const best = selectBest(results);
  const winner = models[best]?.();
  winner?.fit(train);
  const held = pick(split.test);
  const testPredictions = held.features.map((x) => winner?.predictOne(x) ?? '');
  return {
    split,
    results,
    best,
    testPredictions,
    test: await evaluate(held.labels, testPredictions),
  };
}
