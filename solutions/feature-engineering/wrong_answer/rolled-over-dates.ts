// Loses: cleaning
// May lose: robustness
// 30 February becomes 1 March.
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

const shape = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

export function parseTimestamp(value: string | number | null): number | null {
  if (typeof value !== 'string') return right(value);
  if (!shape.test(value)) return null;
  const hasZone = value.length === 10 || /(Z|[+-]\d\d:?\d\d)$/.test(value);
  const ms = Date.parse(hasZone ? value : `${value}Z`);
  return Number.isNaN(ms) ? null : ms;
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
