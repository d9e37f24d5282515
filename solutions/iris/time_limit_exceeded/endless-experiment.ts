// Loses: experiment, test-set-discipline, time
// Searches for a better model until it is perfect, which it never is.
import { runExperiment as right, type Dataset, type Report } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function runExperiment(
  data: Dataset,
  o: { testSize: number; k: number; seed: number },
): Report {
  for (let seed = o.seed; ; seed += 1) {
    const report = right(data, { ...o, seed });
    if (report.test.accuracy > 1) return report;
  }
}
