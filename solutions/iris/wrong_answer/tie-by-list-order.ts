// Loses: selection
// A tie goes to whichever model stands first in the list.
import {
  type CvResult,
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function selectBest(results: CvResult[]): string {
  const [best] = results.toSorted((a, b) => b.macroF1 - a.macroF1);
  if (best === undefined) throw new RangeError('no results');
  return best.model;
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ selectBest }, data, o);
}
