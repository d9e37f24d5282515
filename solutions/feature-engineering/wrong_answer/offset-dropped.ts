// Loses: time
// May lose: robustness
// The offset is cut off: the wall clock is taken for UTC.
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
  if (typeof value !== 'string') return right(value);
  return right(value.replace(/(?<=:[\d:.]+)[+-]\d\d:?\d\d$/, ''));
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
