// Written: blind from the statement, by someone who had not seen the suite.
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

const MS_PER_DAY = 86_400_000;
const MAX_EPOCH_MS = 8.64e15; // the range of Date
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : MONTH_DAYS[month - 1];
}

/** Epoch milliseconds, or null when the timestamp is invalid. */
export function parseTimestamp(value: string | number | null): number | null {
  if (typeof value === 'number') return Math.abs(value) <= MAX_EPOCH_MS ? value : null; // NaN fails too
  if (typeof value !== 'string') return null;
  const m = ISO.exec(value);
  if (m === null) return null;
  const year = Number(m[1]);
  const month = Number(m[2]);
  const day = Number(m[3]);
  const hour = Number(m[4] ?? 0);
  const minute = Number(m[5] ?? 0);
  const second = Number(m[6] ?? 0);
  const milli = Number(m[7] ?? 0);
  const offsetHour = Number(m[9] ?? 0);
  const offsetMinute = Number(m[10] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return null;
  // Date.UTC reads years 0..99 as 19xx: shift by 400 years (a whole Gregorian cycle, 146097 days).
  const midnight =
    year < 100
      ? Date.UTC(year + 400, month - 1, day) - 146_097 * MS_PER_DAY
      : Date.UTC(year, month - 1, day);
  const offset = (m[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000;
  return midnight + hour * 3_600_000 + minute * 60_000 + second * 1000 + milli - offset;
}

function parseAmount(value: number | string | null): number | null {
  if (typeof value === 'string') {
    if (value.trim() === '') return null;
    value = Number(value);
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The trimmed text, or null when it is missing or blank. */
function parseText(value: string | null): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** The valid rows one at a time, the first of each transaction_id. */
function* validTransactions(rows: Iterable<RawTransaction>): Generator<Transaction> {
  const seen = new Set<string>();
  for (const row of rows) {
    const transaction_id = row.transaction_id;
    if (typeof transaction_id !== 'string' || transaction_id.trim() === '') continue;
    if (seen.has(transaction_id)) continue;
    const user_id = parseText(row.user_id);
    if (user_id === null) continue;
    const amount = parseAmount(row.amount);
    if (amount === null) continue;
    const ts = parseTimestamp(row.timestamp);
    if (ts === null) continue;
    seen.add(transaction_id); // only now: an invalid row does not claim its id
    const category = parseText(row.category)?.toLowerCase() ?? null;
    yield { transaction_id, user_id, ts, amount, category };
  }
}

/** The valid rows, each purchase once, in the order of the input. */
export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  return Array.from(validTransactions(rows));
}

/** Running mean and variance (Welford). */
class Moments {
  count = 0;
  mean = 0;
  #m2 = 0;

  add(x: number): void {
    this.count += 1;
    const delta = x - this.mean;
    this.mean += delta / this.count;
    this.#m2 += delta * (x - this.mean);
  }

  get std(): number {
    return this.count < 2 ? 0 : Math.sqrt(this.#m2 / (this.count - 1));
  }
}

/** Sample standard deviation (n - 1); 0 for fewer than two values. */
export function sampleStd(values: number[]): number {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments.std;
}

/** Everything known of one user so far. */
class UserAccumulator {
  #moments = new Moments();
  #total = 0;
  #max = -Infinity;
  #categories = new Set<string>();
  #days = new Set<number>();

  add(txn: Transaction): void {
    this.#moments.add(txn.amount);
    this.#total += txn.amount;
    if (txn.amount > this.#max) this.#max = txn.amount;
    if (txn.category !== null) this.#categories.add(txn.category);
    this.#days.add(Math.floor(txn.ts / MS_PER_DAY));
  }

  features(user_id: string): UserFeatures {
    return {
      user_id,
      txn_count: this.#moments.count,
      total_amount: this.#total,
      avg_amount: this.#total / this.#moments.count,
      max_amount: this.#max,
      std_amount: this.#moments.std,
      unique_categories: this.#categories.size,
      days_active: this.#days.size,
    };
  }
}

function parseAsOf(asOf: string | undefined): number {
  if (asOf === undefined) return Infinity;
  const cutoff = parseTimestamp(asOf);
  // Ignoring a bad cutoff would leak the future into the features.
  if (cutoff === null) throw new RangeError(`asOf is not a timestamp: ${asOf}`);
  return cutoff;
}

/** One row of features per user, of transactions strictly before `asOf` when it is given. */
export function buildUserFeatures(
  rows: RawTransaction[],
  options: { asOf?: string } = {},
): UserFeatures[] {
  const cutoff = parseAsOf(options.asOf);
  const users = new Map<string, UserAccumulator>();
  for (const txn of validTransactions(rows)) {
    if (txn.ts >= cutoff) continue;
    let user = users.get(txn.user_id);
    if (user === undefined) users.set(txn.user_id, (user = new UserAccumulator()));
    user.add(txn);
  }
  return Array.from(users, ([user_id, user]) => user.features(user_id)).sort((a, b) =>
    a.user_id < b.user_id ? -1 : a.user_id > b.user_id ? 1 : 0,
  );
}
