// Loses: std
// May lose: robustness
// The mean of squares minus the square of the mean, which cancels near 1e9.
import {
  cleanTransactions,
  featuresByUser,
  featuresOf as right,
  keepBefore,
  sum,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function sampleStd(values: number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const squares = sum(values.map((value) => value ** 2));
  return Math.sqrt(Math.max(0, (squares - sum(values) ** 2 / n) / (n - 1)));
}

function featuresOf(user: string, own: Transaction[]): UserFeatures {
  return { ...right(user, own), std_amount: sampleStd(own.map(({ amount }) => amount)) };
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), featuresOf);
}
