// Loses: std, robustness
// Divides by n, not by n - 1.
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
  if (values.length === 0) return 0;
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
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
