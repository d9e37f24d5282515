// Loses: robustness
// Math.max of a spread list overflows the stack.
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
  return { ...right(user, own), max_amount: Math.max(...own.map(({ amount }) => amount)) };
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), featuresOf);
}
