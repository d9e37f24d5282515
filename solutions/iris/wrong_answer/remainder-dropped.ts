// Loses: folds
// Rows left over when k does not divide a class are dropped.
import { ascending, shuffledClasses } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function stratifiedKFold(
  labels: string[],
  { k, seed }: { k: number; seed: number },
): number[][] {
  if (!Number.isInteger(k) || k < 2 || k > labels.length) throw new RangeError('k');
  const folds = Array.from({ length: k }, (): number[] => []);
  for (const rows of shuffledClasses(labels, seed)) {
    const size = Math.floor(rows.length / k);
    for (const [fold, list] of folds.entries())
      list.push(...rows.slice(fold * size, (fold + 1) * size));
  }
  return folds.map(ascending);
}
