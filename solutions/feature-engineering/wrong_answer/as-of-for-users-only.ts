// Loses: point-in-time
// asOf picks the users known by then; their later transactions still count.
import {
  cleanTransactions,
  featuresByUser,
  keepBefore,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  const transactions = cleanTransactions(rows);
  const known = new Set(keepBefore(transactions, asOf).map(({ user_id }) => user_id));
  return featuresByUser(transactions).filter(({ user_id }) => known.has(user_id));
}
