// Loses: contract, std, robustness
// One value is divided by zero.
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
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
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
