// Loses: split, folds
// Impossible test sizes and fold numbers are not refused.
import {
  stratifiedKFold as checkedFolds,
  stratifiedSplit as checkedSplit,
  type Split,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function stratifiedSplit(
  labels: string[],
  { testSize, seed }: { testSize: number; seed: number },
): Split {
  return checkedSplit(labels, { testSize: Math.min(0.9, Math.max(0.1, testSize)), seed });
}

export function stratifiedKFold(
  labels: string[],
  { k, seed }: { k: number; seed: number },
): number[][] {
  return checkedFolds(labels, { k: Math.min(labels.length, Math.max(2, Math.round(k))), seed });
}
