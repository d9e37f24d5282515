// Hidden transactions of the feature-engineering problem, from the run's seed, and the oracle.
import type { Random } from '#judge/suite/api.ts';
import type { RawTransaction } from '../../../solutions/feature-engineering/accepted/reference.ts';

export {
  buildUserFeatures as expectedFeatures,
  cleanTransactions as expectedClean,
  sampleStd as expectedStd,
} from '../../../solutions/feature-engineering/accepted/reference.ts';
export type { RawTransaction };

export const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Midnight UTC of the first day of all hidden data. */
export const startMs = Date.UTC(2024, 1, 20);
const categories = ['food', 'travel', 'toys', 'rent', 'books'];

/** One plain row: everything present, epoch milliseconds. */
export function transaction(fields: Partial<RawTransaction> = {}): RawTransaction {
  return {
    transaction_id: 't1',
    user_id: 'ann',
    timestamp: startMs,
    amount: 10,
    category: 'food',
    ...fields,
  };
}

/** Rows without any trap: unique ids, epoch milliseconds, positive amounts, known categories. */
export function cleanRows(random: Random, { rows, users }: { rows: number; users: number }) {
  return Array.from({ length: rows }, (_, index) =>
    transaction({
      transaction_id: `t${index}`,
      user_id: `user-${Math.floor(users * random.float() ** 2)}`,
      timestamp: startMs + random.int(0, 90 * dayMs),
      amount: random.int(100, 100_000) / 100,
      category: random.pick(categories),
    }),
  );
}

/**
 * A transaction log as it is exported: times in many forms, refunds, gaps, re-deliveries, some
 * users with a single row.
 */
export function messyRows(random: Random, { rows, users }: { rows: number; users: number }) {
  const log: RawTransaction[] = [];
  for (const [index, row] of cleanRows(random, { rows, users }).entries()) {
    const isDelivered = index > 0 && random.float() < 0.04;
    const user_id = random.float() < 0.006 ? `once-${index}` : row.user_id;
    log.push(isDelivered ? { ...random.pick(log) } : untidied({ ...row, user_id }, random));
  }
  return log;
}

function untidied(row: RawTransaction, random: Random): RawTransaction {
  const at = Number(row.timestamp);
  const refunded = random.float() < 0.1 ? -Number(row.amount) : row.amount;
  const isBlank = (share: number): boolean => random.float() < share;
  return {
    transaction_id: isBlank(0.01) ? '' : row.transaction_id,
    user_id: isBlank(0.01) ? random.pick([null, '', '  ']) : row.user_id,
    timestamp: isBlank(0.02)
      ? random.pick(['2024-02-30', 'soon', '', null])
      : writtenTime(at, random),
    amount: isBlank(0.03)
      ? random.pick([null, '', 'N/A', '12abc', NaN])
      : random.float() < 0.05
        ? String(refunded)
        : refunded,
    category: isBlank(0.05)
      ? random.pick([null, '', ' '])
      : writtenText(row.category ?? '', random),
  };
}

function writtenText(text: string, random: Random): string {
  return random.pick([text, text.toUpperCase(), ` ${text} `]);
}

/** The instant `ms` as an export would write it: 20 % naive UTC, 10 % epoch, 20 % with an offset. */
export function writtenTime(ms: number, random: Random): string | number {
  const draw = random.float();
  if (draw < 0.1) return ms;
  if (draw < 0.3)
    return new Date(ms)
      .toISOString()
      .slice(0, -1)
      .replace('T', random.pick(['T', ' ']));
  if (draw < 0.5) return withOffset(ms, 15 * random.int(-48, 56));
  return new Date(ms).toISOString();
}

/** The instant `ms` in ISO 8601 as a clock `offsetMinutes` ahead of UTC shows it. */
export function withOffset(ms: number, offsetMinutes: number, colon = ':'): string {
  const local = new Date(ms + offsetMinutes * minuteMs).toISOString().slice(0, -1);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const two = (value: number): string => String(value).padStart(2, '0');
  const distance = Math.abs(offsetMinutes);
  return `${local}${sign}${two(Math.floor(distance / 60))}${colon}${two(distance % 60)}`;
}

/** Users whose ids trip object keys, number parsing and locale-aware sorting. */
export const nastyUsers = [
  '__proto__',
  'constructor',
  'toString',
  '10',
  '9',
  'Z',
  'a',
  'ä',
  'z',
  'Ann',
  'ann',
  '-1',
];

/** 200,000 rows: one user owns 160,000 of them, 33,000 others share the rest. */
export function largeLog(): RawTransaction[] {
  return Array.from({ length: 200_000 }, (_, index) => ({
    transaction_id: `t${index}`,
    user_id: index % 5 === 0 ? `user-${(index / 5) % 33_000}` : 'whale',
    timestamp: startMs + (index % 86_400) * 61_001,
    amount: (index % 1000) / 4 - 20,
    category: categories[index % categories.length] ?? null,
  }));
}
