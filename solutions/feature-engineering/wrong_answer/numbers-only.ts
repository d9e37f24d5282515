// Loses: cleaning, robustness
// An amount written as text is dropped.
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
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : null;
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
