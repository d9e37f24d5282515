// Loses: robustness
// Filters all transactions once per user.
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
  const transactions = keepBefore(cleanTransactions(rows), asOf);
  const users = [...new Set(transactions.map(({ user_id }) => user_id))].sort();
  return users.map((user) =>
    featuresOf(
      user,
      transactions.filter(({ user_id }) => user_id === user),
    ),
  );
}
