// Loses: robustness
// Copies a user's list for every transaction added to it.
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
  const byUser = keepBefore(cleanTransactions(rows), asOf).reduce(
    (groups, row) => groups.set(row.user_id, [...(groups.get(row.user_id) ?? []), row]),
    new Map<string, Transaction[]>(),
  );
  return [...byUser.keys()].sort().map((user) => featuresOf(user, byUser.get(user) ?? []));
}
