// Loses: time, robustness
// A day is a day of the local calendar.
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
  const days = new Set(own.map(({ ts }) => new Date(ts).toDateString()));
  return { ...right(user, own), days_active: days.size };
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), featuresOf);
}
