// Loses: robustness
// Groups in a plain object: the user __proto__ is lost.
import {
  cleanTransactions,
  featuresOf,
  keepBefore,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  const byUser: Record<string, Transaction[]> = {};
  for (const row of keepBefore(cleanTransactions(rows), asOf)) {
    if (!Object.hasOwn(byUser, row.user_id)) byUser[row.user_id] = [];
    byUser[row.user_id]?.push(row);
  }
  return Object.keys(byUser)
    .sort()
    .map((user) => featuresOf(user, byUser[user] ?? []));
}
