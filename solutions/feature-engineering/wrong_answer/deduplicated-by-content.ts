// Loses: cleaning
// May lose: robustness
// Two purchases with equal content are one.
import {
  cleanRow,
  featuresByUser,
  keepBefore,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  const seen = new Set<string>();
  return rows
    .map((row) => cleanRow(row))
    .filter((row) => row !== null)
    .filter(({ user_id, ts, amount, category }) => {
      const content = JSON.stringify([user_id, ts, amount, category]);
      return !seen.has(content) && seen.add(content);
    });
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
