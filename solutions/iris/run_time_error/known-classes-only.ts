// Loses: cv-mechanics
// Throws for every class name that is not one of iris.
import { crossValidate as right, type CvResult, type Dataset } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function crossValidate(
  model: string,
  data: Dataset,
  folds: number[][],
  seed: number,
): CvResult {
  const stranger = data.labels.find(
    (label) => !['setosa', 'versicolor', 'virginica'].includes(label),
  );
  if (stranger !== undefined) throw new Error(`unknown class ${stranger}`);
  return right(model, data, folds, seed);
}
