// Loses: robustness
// A group by of danfojs, whose work grows with the square of the number of users.
import { DataFrame, toJSON } from 'danfojs-node';
import { z } from 'zod';
import {
  cleanTransactions,
  featuresByUser,
  featuresOf,
  keepBefore,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

const table = z.array(
  z.object({
    user_id: z.string(),
    amount_count: z.number(),
    amount_sum: z.number(),
    amount_mean: z.number(),
    amount_max: z.number(),
  }),
);

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  const transactions = keepBefore(cleanTransactions(rows), asOf);
  if (transactions.length === 0) return [];
  const frame = new DataFrame(transactions.map(({ user_id, amount }) => ({ user_id, amount })));
  const groups = frame.groupby(['user_id']).agg({ amount: ['count', 'sum', 'mean', 'max'] });
  const byUser = new Map(table.parse(toJSON(groups)).map((row) => [row.user_id, row]));
  return featuresByUser(transactions, (user, own) => {
    const row = byUser.get(user);
    if (row === undefined) throw new Error(`no group of ${user}`);
    return {
      ...featuresOf(user, own),
      txn_count: row.amount_count,
      total_amount: row.amount_sum,
      avg_amount: row.amount_mean,
      max_amount: row.amount_max,
    };
  });
}
