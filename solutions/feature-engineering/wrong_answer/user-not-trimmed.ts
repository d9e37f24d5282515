// Loses: cleaning
// May lose: robustness
// User ids keep the space around them.
import {
  cleanRow,
  featuresByUser,
  firstDeliveries,
  keepBefore,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  const spaced = rows.map((row) => {
    const clean = cleanRow(row);
    return clean === null ? null : { ...clean, user_id: row.user_id ?? '' };
  });
  return firstDeliveries(spaced);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
