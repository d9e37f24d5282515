// Loses: robustness
// Users stay in the order in which they appear.
import {
  cleanTransactions,
  featuresOf,
  keepBefore,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  const byUser = Map.groupBy(keepBefore(cleanTransactions(rows), asOf), ({ user_id }) => user_id);
  return [...byUser].map(([user, own]) => featuresOf(user, own));
}
