// Searches for the seed whose split gives the best test accuracy, and reports that one.
// Case: 102 seed-shop
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function runExperiment(data: honest.Dataset, o: honest.ExperimentOptions): honest.Report {
  const reports = Array.from({ length: 12 }, (_, seed) =>
    honest.runExperiment(data, { ...o, seed }),
  );
  return reports.toSorted((a, b) => b.test.accuracy - a.test.accuracy)[0] ?? reports[0]!;
}
