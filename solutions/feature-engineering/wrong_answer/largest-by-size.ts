// Loses: aggregates
// May lose: robustness
// The largest amount is the one farthest from 0, so a large refund wins.
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
  const amounts = own.map(({ amount }) => amount);
  const max_amount = amounts.reduce((max, value) =>
    Math.abs(value) > Math.abs(max) ? value : max,
  );
  return { ...right(user, own), max_amount };
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), featuresOf);
}
