// Loses: metrics
// Rows of the confusion matrix are predictions, columns are truths.
import {
  evaluate as right,
  type Metrics,
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  const metrics = right(yTrue, yPred);
  return { ...metrics, confusion: right(yPred, yTrue).confusion };
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ evaluate }, data, o);
}
