// Loses: point-in-time
// Users left with no transaction appear with zeros.
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
  const features = featuresByUser(keepBefore(transactions, asOf));
  const present = new Set(features.map(({ user_id }) => user_id));
  const absent = new Set(transactions.map(({ user_id }) => user_id)).difference(present);
  const zeros = [...absent].map((user_id) => ({
    user_id,
    txn_count: 0,
    total_amount: 0,
    avg_amount: 0,
    max_amount: 0,
    std_amount: 0,
    unique_categories: 0,
    days_active: 0,
  }));
  return [...features, ...zeros].sort((a, b) => (a.user_id < b.user_id ? -1 : 1));
}
