// Loses: invariants
// Normalises the rows it was given.
import {
  cleanTransactions as right,
  featuresByUser,
  keepBefore,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  for (const row of rows) {
    row.user_id = row.user_id?.trim() ?? null;
    row.category = row.category?.trim().toLowerCase() || null;
  }
  return right(rows);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
