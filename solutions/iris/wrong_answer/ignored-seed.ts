// Loses: split
// The split is the same for every seed.
import {
  stratifiedSplit as seeded,
  type Split,
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function stratifiedSplit(
  labels: string[],
  { testSize }: { testSize: number; seed: number },
): Split {
  return seeded(labels, { testSize, seed: 42 });
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ stratifiedSplit }, data, o);
}
