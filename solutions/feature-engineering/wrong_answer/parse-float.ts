// Loses: cleaning
// May lose: robustness
// parseFloat reads '12abc' as 12.
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

function toAmount(amount: number | string | null): number | null {
  const number = parseFloat(String(amount));
  return Number.isFinite(number) ? number : null;
}

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  return firstDeliveries(rows.map((row) => cleanRow(row, { toAmount })));
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}
