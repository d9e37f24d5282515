// Loses: cleaning
// May lose: time, robustness
// Digits in a text pass for epoch milliseconds.
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
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : right(value);
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
