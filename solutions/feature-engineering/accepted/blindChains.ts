// Written: blind from the statement, by someone who had not seen the suite.
import { max, mean, sampleStandardDeviation, sum } from 'simple-statistics';

export type RawTransaction = {
  transaction_id: string | null;
  user_id: string | null;
  timestamp: string | number | null;
  amount: number | string | null;
  category: string | null;
};
export type Transaction = {
  transaction_id: string;
  user_id: string;
  ts: number;
  amount: number;
  category: string | null;
};
export type UserFeatures = {
  user_id: string;
  txn_count: number;
  total_amount: number;
  avg_amount: number;
  max_amount: number;
  std_amount: number;
  unique_categories: number;
  days_active: number;
};

const DAY_MS = 86_400_000;
const MAX_DATE_MS = 8.64e15;
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{3}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const parseOffset = (zone: string): number | null => {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};

/** Epoch milliseconds, or null when the timestamp is invalid. */
export function parseTimestamp(value: string | number | null): number | null {
  if (typeof value === 'number') return Math.abs(value) <= MAX_DATE_MS ? value : null; // NaN fails too
  if (typeof value !== 'string') return null;
  const match = ISO.exec(value.trim());
  if (!match) return null;
  const [, date, time = '00:00', seconds = '00', millis = '000', zone = 'Z'] = match;
  // Wall clock as if UTC; Date.parse rolls 30 February over, so it must print as it was written.
  const iso = `${date}T${time}:${seconds}.${millis}Z`;
  const wall = Date.parse(iso);
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== iso) return null;
  const offset = parseOffset(zone);
  return offset === null ? null : wall - offset;
}

const cleanText = (value: string | null | undefined): string | null =>
  typeof value === 'string' ? value.trim() || null : null;

const parseAmount = (value: number | string | null): number | null => {
  const amount =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : NaN;
  return Number.isFinite(amount) ? amount : null;
};

const toTransaction = (row: RawTransaction): Transaction[] => {
  const transaction_id = cleanText(row.transaction_id);
  const user_id = cleanText(row.user_id);
  const ts = parseTimestamp(row.timestamp);
  const amount = parseAmount(row.amount);
  if (transaction_id === null || user_id === null || ts === null || amount === null) return [];
  const category = cleanText(row.category)?.toLowerCase() ?? null;
  return [{ transaction_id, user_id, ts, amount, category }];
};

/** The valid rows, each purchase once, in the order of the input. */
export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  const seen = new Set<string>();
  return rows
    .flatMap(toTransaction)
    .filter(({ transaction_id }) => !seen.has(transaction_id) && seen.add(transaction_id));
}

/** Sample standard deviation (n - 1); 0 for fewer than two values. */
export function sampleStd(values: number[]): number {
  return values.length < 2 ? 0 : sampleStandardDeviation(values);
}

const parseAsOf = (asOf: string | undefined): number => {
  if (asOf === undefined) return Infinity;
  const cutoff = parseTimestamp(asOf);
  // A silently ignored cutoff would leak the future.
  if (cutoff === null) throw new RangeError(`Invalid asOf: ${asOf}`);
  return cutoff;
};

const toFeatures = (user_id: string, transactions: Transaction[]): UserFeatures => {
  const amounts = transactions.map(({ amount }) => amount);
  return {
    user_id,
    txn_count: amounts.length,
    total_amount: sum(amounts),
    avg_amount: mean(amounts),
    max_amount: max(amounts),
    std_amount: sampleStd(amounts),
    unique_categories: new Set(
      transactions.map(({ category }) => category).filter((category) => category !== null),
    ).size,
    days_active: new Set(transactions.map(({ ts }) => Math.floor(ts / DAY_MS))).size,
  };
};

/** One row of features per user, of transactions strictly before `asOf` when it is given. */
export function buildUserFeatures(
  rows: RawTransaction[],
  options: { asOf?: string } = {},
): UserFeatures[] {
  const cutoff = parseAsOf(options.asOf);
  const kept = cleanTransactions(rows).filter(({ ts }) => ts < cutoff);
  return [...Map.groupBy(kept, ({ user_id }) => user_id)]
    .map(([user_id, transactions]) => toFeatures(user_id, transactions))
    .sort((a, b) => (a.user_id < b.user_id ? -1 : a.user_id > b.user_id ? 1 : 0));
}
