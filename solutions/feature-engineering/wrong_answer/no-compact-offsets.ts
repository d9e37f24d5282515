// Loses: time
// May lose: robustness
// Offsets without a colon are refused.
import {
  cleanRow,
  featuresByUser,
  firstDeliveries,
  keepBefore,
  parseTimestamp as right,
  type RawTransaction,
  type Transaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function parseTimestamp(value: string | number | null): number | null {
  return typeof value === 'string' && /[+-]\d{4}$/.test(value) ? null : right(value);
}

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  return firstDeliveries(rows.map((row) => cleanRow(row, { toMs: parseTimestamp })));
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf, parseTimestamp));
}
