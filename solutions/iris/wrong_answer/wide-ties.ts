// Loses: selection
// A macroF1 that is less than a thousandth better counts as equal.
import {
  runExperimentWith,
  type CvResult,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function selectBest(results: CvResult[]): string {
  const [best] = results.toSorted((a, b) => {
    if (Math.abs(a.macroF1 - b.macroF1) >= 1e-3) return b.macroF1 - a.macroF1;
    if (a.stdAccuracy !== b.stdAccuracy) return a.stdAccuracy - b.stdAccuracy;
    return a.model < b.model ? -1 : 1;
  });
  if (best === undefined) throw new RangeError('no results to choose from');
  return best.model;
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ selectBest }, data, o);
}
