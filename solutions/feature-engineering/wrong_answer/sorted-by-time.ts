// Loses: cleaning
// The cleaned rows are sorted by time instead of keeping their order.
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
  return right(rows).sort((a, b) => a.ts - b.ts);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
