// Loses: split
// The test count is rounded down and may be zero.
import {
  ascending,
  shuffledClasses,
  type Split,
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function stratifiedSplit(
  labels: string[],
  { testSize, seed }: { testSize: number; seed: number },
): Split {
  if (!(testSize > 0 && testSize < 1)) throw new RangeError('testSize');
  const groups = shuffledClasses(labels, seed);
  const cut = (rows: number[]): number => Math.floor(rows.length * testSize);
  return {
    test: ascending(groups.flatMap((rows) => rows.slice(0, cut(rows)))),
    train: ascending(groups.flatMap((rows) => rows.slice(cut(rows)))),
  };
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ stratifiedSplit }, data, o);
}
