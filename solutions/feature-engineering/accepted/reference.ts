// Written: by the author; also the oracle of the hidden suite. One pass with a Map.
import type {
  RawTransaction,
  Transaction,
  UserFeatures,
} from '../../../starters/feature-engineering.ts';

export type * from '../../../starters/feature-engineering.ts';

const dayMs = 86_400_000;
const isoTimestamp =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;

export function parseTimestamp(value: string | number | null): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const match = isoTimestamp.exec(value ?? '');
  if (match === null) return null;
  const at = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day, hour, minute, second] = [at(1), at(2), at(3), at(4), at(5), at(6)];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) return null;
  if (hour > 23 || minute > 59 || second > 59 || at(9) > 23 || at(10) > 59) return null;
  const ms = Number((match[7] ?? '').padEnd(3, '0'));
  const offsetMs = (match[8] === '-' ? -1 : 1) * (at(9) * 60 + at(10)) * 60_000;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - offsetMs;
}

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  return firstDeliveries(rows.map((row) => cleanRow(row)));
}

export function cleanRow(
  row: RawTransaction,
  { toMs = parseTimestamp, toAmount = parseAmount } = {},
): Transaction | null {
  const id = row.transaction_id ?? '';
  const user = (row.user_id ?? '').trim();
  const ts = toMs(row.timestamp);
  const amount = toAmount(row.amount);
  if (id.trim() === '' || user === '' || ts === null || amount === null) return null;
  const category = (row.category ?? '').trim().toLowerCase() || null;
  return { transaction_id: id, user_id: user, ts, amount, category };
}

export function parseAmount(amount: number | string | null): number | null {
  const number =
    typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : (amount ?? NaN);
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function firstDeliveries(rows: (Transaction | null)[]): Transaction[] {
  const firstById = new Map<string, Transaction>();
  for (const row of rows) {
    if (row !== null && !firstById.has(row.transaction_id)) firstById.set(row.transaction_id, row);
  }
  return [...firstById.values()];
}

export function sampleStd(values: number[]): number {
  if (values.length < 2) return 0;
  const mean = sum(values) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf));
}

export function keepBefore(
  transactions: Transaction[],
  asOf: string | undefined,
  toMs = parseTimestamp,
): Transaction[] {
  const end = asOf === undefined ? Infinity : (toMs(asOf) ?? Infinity);
  return transactions.filter(({ ts }) => ts < end);
}

export function featuresByUser(
  transactions: Transaction[],
  toFeatures = featuresOf,
): UserFeatures[] {
  const byUser = new Map<string, Transaction[]>();
  for (const transaction of transactions) {
    const own = byUser.get(transaction.user_id);
    if (own === undefined) byUser.set(transaction.user_id, [transaction]);
    else own.push(transaction);
  }
  return [...byUser]
    .map(([user, own]) => toFeatures(user, own))
    .sort((a, b) => (a.user_id < b.user_id ? -1 : 1));
}

export function featuresOf(user: string, own: Transaction[]): UserFeatures {
  const amounts = own.map(({ amount }) => amount);
  const total = sum(amounts);
  const categories = new Set(own.map(({ category }) => category).filter((name) => name !== null));
  return {
    user_id: user,
    txn_count: own.length,
    total_amount: total,
    avg_amount: total / own.length,
    max_amount: amounts.reduce((max, amount) => Math.max(max, amount), -Infinity),
    std_amount: sampleStd(amounts),
    unique_categories: categories.size,
    days_active: new Set(own.map(({ ts }) => Math.floor(ts / dayMs))).size,
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
