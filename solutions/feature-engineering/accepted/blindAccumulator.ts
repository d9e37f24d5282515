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

const DAY = 86_400_000;
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;

/** Epoch milliseconds, or null when the timestamp is invalid. */
export function parseTimestamp(value: string | number | null): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const match = typeof value === 'string' ? ISO.exec(value) : null;
  if (!match) return null;
  const part = (index: number) => Number(match[index] ?? 0);

  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999
  const date = new Date(0);
  date.setUTCFullYear(part(1), part(2) - 1, part(3));
  if (date.getUTCMonth() !== part(2) - 1 || date.getUTCDate() !== part(3)) return null;

  const timeExists = part(4) < 24 && part(5) < 60 && part(6) < 60;
  const offsetExists = part(9) < 24 && part(10) < 60;
  if (!timeExists || !offsetExists) return null;
  const time = ((part(4) * 60 + part(5)) * 60 + part(6)) * 1000 + part(7);
  const offset = (part(9) * 60 + part(10)) * 60_000;
  return date.getTime() + time - (match[8] === '-' ? -offset : offset);
}

function parseAmount(value: number | string | null): number | null {
  if (typeof value === 'string' ? value.trim() === '' : typeof value !== 'number') return null;
  const amount = Number(value);
  return Number.isFinite(amount) ? amount : null;
}

/** The valid rows, each purchase once, in the order of the input. */
export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  const seen = new Set<string>();
  const clean: Transaction[] = [];
  for (const row of rows) {
    const { transaction_id } = row;
    const user_id = row.user_id?.trim();
    if (!transaction_id?.trim() || !user_id || seen.has(transaction_id)) continue;
    const ts = parseTimestamp(row.timestamp);
    const amount = parseAmount(row.amount);
    if (ts === null || amount === null) continue;
    seen.add(transaction_id);
    const category = row.category?.trim().toLowerCase() || null;
    clean.push({ transaction_id, user_id, ts, amount, category });
  }
  return clean;
}

/** Sample standard deviation (n - 1); 0 for fewer than two values. */
export function sampleStd(values: number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / n;
  // two passes; `drift` takes out the rounding error of the mean
  let squares = 0;
  let drift = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    drift += value - mean;
  }
  return Math.sqrt(Math.max(0, squares - drift ** 2 / n) / (n - 1));
}

class UserAccumulator {
  private readonly userId: string;
  private readonly amounts: number[] = [];
  private readonly categories = new Set<string>();
  private readonly days = new Set<number>();
  private total = 0;
  private max = -Infinity;

  constructor(userId: string) {
    this.userId = userId;
  }

  add({ ts, amount, category }: Transaction): void {
    this.amounts.push(amount);
    this.total += amount;
    if (amount > this.max) this.max = amount;
    if (category !== null) this.categories.add(category);
    this.days.add(Math.floor(ts / DAY));
  }

  features(): UserFeatures {
    return {
      user_id: this.userId,
      txn_count: this.amounts.length,
      total_amount: this.total,
      avg_amount: this.total / this.amounts.length,
      max_amount: this.max,
      std_amount: sampleStd(this.amounts),
      unique_categories: this.categories.size,
      days_active: this.days.size,
    };
  }
}

/** One row of features per user, of transactions strictly before `asOf` when it is given. */
export function buildUserFeatures(
  rows: RawTransaction[],
  options: { asOf?: string } = {},
): UserFeatures[] {
  const before = options.asOf === undefined ? Infinity : parseTimestamp(options.asOf);
  // ignoring a cut-off we cannot read would leak the future into the features
  if (before === null) throw new RangeError(`asOf is not a timestamp: ${options.asOf}`);

  const users = new Map<string, UserAccumulator>();
  for (const transaction of cleanTransactions(rows)) {
    if (transaction.ts >= before) continue;
    let user = users.get(transaction.user_id);
    if (!user) users.set(transaction.user_id, (user = new UserAccumulator(transaction.user_id)));
    user.add(transaction);
  }
  return [...users.values()]
    .map((user) => user.features())
    .sort((a, b) => (a.user_id < b.user_id ? -1 : a.user_id > b.user_id ? 1 : 0));
}
