// Loses: categories, robustness
// May lose: aggregates, point-in-time, invariants
// Trims a category that is null.
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
  const named = rows.map((row) => {
    const clean = cleanRow(row);
    if (clean === null) return null;
    const category = row.category!.trim().toLowerCase() || null;
    return { ...clean, category };
  });
  return firstDeliveries(named);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
