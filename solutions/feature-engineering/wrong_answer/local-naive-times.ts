// Loses: time
// May lose: robustness
// A time without an offset is read as local time.
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
  if (typeof value !== 'string' || right(value) === null) return right(value);
  return new Date(value).getTime();
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
