// Loses: selection
// The model with the highest accuracy wins, not the highest macroF1.
import {
  type CvResult,
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function selectBest(results: CvResult[]): string {
  const [best] = results.toSorted(
    (a, b) =>
      b.meanAccuracy - a.meanAccuracy ||
      a.stdAccuracy - b.stdAccuracy ||
      (a.model < b.model ? -1 : 1),
  );
  if (best === undefined) throw new RangeError('no results');
  return best.model;
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ selectBest }, data, o);
}
