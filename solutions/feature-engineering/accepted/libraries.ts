// Written: by the author. Instants by Temporal, groups by Map.groupBy, statistics by simple-statistics.
import { max, mean, sampleStandardDeviation, sum } from 'simple-statistics';
import type {
  RawTransaction,
  Transaction,
  UserFeatures,
} from '../../../starters/feature-engineering.ts';

// Groups: the date, the time of day, the offset.
const timestamp =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::[0-5]\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

export function parseTimestamp(value: string | number | null): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const [, date, time = '00:00', offset = 'Z'] = timestamp.exec(value ?? '') ?? [];
  if (date === undefined) return null;
  try {
    return Temporal.Instant.from(`${date}T${time}${offset}`).epochMilliseconds;
  } catch {
    return null; // no such date or time
  }
}

function parseAmount(value: number | string | null): number {
  if (typeof value === 'string') return value.trim() === '' ? NaN : Number(value);
  return value ?? NaN;
}

function cleanRow(row: RawTransaction): Transaction | null {
  const { transaction_id } = row;
  const user_id = row.user_id?.trim();
  const ts = parseTimestamp(row.timestamp);
  const amount = parseAmount(row.amount);
  if (!transaction_id?.trim() || !user_id || ts === null || !Number.isFinite(amount)) return null;
  return {
    transaction_id,
    user_id,
    ts,
    amount,
    category: row.category?.trim().toLowerCase() || null,
  };
}

export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  const valid = rows.map(cleanRow).filter((row) => row !== null);
  const ids = new Set<string>();
  return valid.filter(({ transaction_id: id }) => !ids.has(id) && ids.add(id));
}

export function sampleStd(values: number[]): number {
  return values.length < 2 ? 0 : sampleStandardDeviation(values);
}

export function buildUserFeatures(
  rows: RawTransaction[],
  options: { asOf?: string } = {},
): UserFeatures[] {
  const end = parseTimestamp(options.asOf ?? null) ?? Infinity;
  const known = cleanTransactions(rows).filter(({ ts }) => ts < end);
  return [...Map.groupBy(known, ({ user_id }) => user_id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([user_id, own]) => {
      const amounts = own.map(({ amount }) => amount);
      const categories = own.map(({ category }) => category).filter((name) => name !== null);
      return {
        user_id,
        txn_count: own.length,
        total_amount: sum(amounts),
        avg_amount: mean(amounts),
        max_amount: max(amounts),
        std_amount: sampleStd(amounts),
        unique_categories: new Set(categories).size,
        days_active: new Set(own.map(({ ts }) => Math.floor(ts / 86_400_000))).size,
      };
    });
}
