// Loses: time
// May lose: robustness
// Days are read off the text: the date at the place of purchase, not the UTC date.
import {
  cleanTransactions,
  featuresByUser,
  featuresOf,
  keepBefore,
  parseTimestamp,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  const dates = new Map<string | null, string>();
  for (const { transaction_id, timestamp } of rows) {
    const ms = parseTimestamp(timestamp);
    if (ms === null) continue;
    const text = typeof timestamp === 'string' ? timestamp : new Date(ms).toISOString();
    dates.set(transaction_id, text.slice(0, 10));
  }
  return featuresByUser(keepBefore(cleanTransactions(rows), asOf), (user, own) => {
    const days = new Set(own.map(({ transaction_id }) => dates.get(transaction_id)));
    return { ...featuresOf(user, own), days_active: days.size };
  });
}
