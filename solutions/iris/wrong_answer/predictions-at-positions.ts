// Loses: cv-mechanics
// Takes it for granted that the rows of a fold are ascending.
import {
  ascending,
  crossValidate as reference,
  runExperimentWith,
  summarise,
  type CvResult,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const { predictions } = reference(model, data, folds, seed);
  const placed = [...predictions];
  for (const fold of folds) {
    for (const [position, row] of ascending(fold).entries())
      placed[fold[position] ?? 0] = predictions[row] ?? null;
  }
  return summarise(model, { data, folds, predictions: placed });
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ crossValidate }, data, o);
}
