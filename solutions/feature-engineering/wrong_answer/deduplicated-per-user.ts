// Loses: cleaning
// The same id under another user is another purchase.
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
  const first = new Map<string, Transaction>();
  for (const row of rows.map((each) => cleanRow(each))) {
    if (row === null) continue;
    const key = JSON.stringify([row.user_id, row.transaction_id]);
    if (!first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
