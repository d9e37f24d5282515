// Loses: cleaning
// The last re-delivery wins.
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
  const valid = rows.map((row) => cleanRow(row)).filter((row) => row !== null);
  return [...new Map(valid.map((row) => [row.transaction_id, row])).values()];
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
