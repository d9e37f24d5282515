// Loses: aggregates, cleaning, robustness
// Refunds are thrown away.
import {
  cleanTransactions as right,
  featuresByUser,
  keepBefore,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  return right(rows).filter(({ amount }) => amount >= 0);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
