// Loses: time, robustness
// Counts periods of 24 hours since the first transaction.
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
  const first = own.reduce((least, { ts }) => Math.min(least, ts), Infinity);
  const days = new Set(own.map(({ ts }) => Math.floor((ts - first) / 86_400_000)));
  return { ...right(user, own), days_active: days.size };
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), featuresOf);
}
