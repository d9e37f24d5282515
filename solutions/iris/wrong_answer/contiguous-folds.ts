// Loses: folds
// Folds are blocks of neighbouring rows.
export * from '../accepted/reference.ts';

export function stratifiedKFold(labels: string[], { k }: { k: number; seed: number }): number[][] {
  if (!Number.isInteger(k) || k < 2 || k > labels.length) throw new RangeError('k');
  const size = labels.length / k;
  const rows = [...labels.keys()];
  return Array.from({ length: k }, (_, fold) =>
    rows.slice(Math.round(fold * size), Math.round((fold + 1) * size)),
  );
}
