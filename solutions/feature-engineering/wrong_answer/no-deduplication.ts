// Loses: cleaning, invariants, robustness
// Re-deliveries count again.
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
  return rows.map((row) => cleanRow(row)).filter((row) => row !== null);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
