// Loses: cleaning
// Only a re-delivery equal in every field is recognised.
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
  const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...distinct.values()].map((row) => cleanRow(row)).filter((row) => row !== null);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
