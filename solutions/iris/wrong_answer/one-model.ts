// Loses: quality
// Only one model is offered.
import {
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function modelNames(): string[] {
  return ['knn'];
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ modelNames }, data, o);
}
