// Loses: cleaning
// An invalid first delivery hides the valid one after it.
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
  const seen = new Set<string | null>();
  const first = rows.filter(({ transaction_id: id }) => !seen.has(id) && seen.add(id));
  return first.map((row) => cleanRow(row)).filter((row) => row !== null);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
