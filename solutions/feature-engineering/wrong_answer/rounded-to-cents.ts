// Loses: aggregates, invariants, robustness
// May lose: std, point-in-time
// Money is rounded to cents.
import {
  cleanTransactions,
  featuresByUser,
  featuresOf as right,
  keepBefore,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

function featuresOf(user: string, own: Transaction[]): UserFeatures {
  const features = right(user, own);
  const cents = (value: number): number => Math.round(value * 100) / 100;
  return {
    ...features,
    total_amount: cents(features.total_amount),
    avg_amount: cents(features.avg_amount),
    std_amount: cents(features.std_amount),
  };
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), featuresOf);
}
