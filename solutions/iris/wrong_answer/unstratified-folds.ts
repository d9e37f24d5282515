// Loses: folds
// Folds are random over all rows, not class by class.
import { ascending, generator } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function stratifiedKFold(
  labels: string[],
  { k, seed }: { k: number; seed: number },
): number[][] {
  if (!Number.isInteger(k) || k < 2 || k > labels.length) throw new RangeError('k');
  const random = generator(seed);
  const rows = [...labels.keys()]
    .map((row) => ({ row, key: random() }))
    .sort((a, b) => a.key - b.key);
  return Array.from({ length: k }, (_, fold) =>
    ascending(rows.filter((_row, i) => i % k === fold).map(({ row }) => row)),
  );
}
