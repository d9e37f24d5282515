// Loses: time
// May lose: robustness
// The sign of an offset reaches its hours only: -03:30 counts as -2 hours 30.
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
  const offset = typeof value === 'string' ? /:.*([+-]\d\d):?(\d\d)$/.exec(value) : null;
  if (typeof value !== 'string' || offset === null || right(value) === null) return right(value);
  const utc = right(value.replace(/[+-]\d\d:?\d\d$/, 'Z'));
  return utc === null ? null : utc - (Number(offset[1]) * 60 + Number(offset[2])) * 60_000;
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
