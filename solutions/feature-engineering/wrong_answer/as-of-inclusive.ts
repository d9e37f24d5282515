// Loses: point-in-time
// A transaction at the very moment of asOf counts.
import {
  cleanTransactions,
  featuresByUser,
  parseTimestamp,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  const end = asOf === undefined ? null : parseTimestamp(asOf);
  return featuresByUser(cleanTransactions(rows).filter(({ ts }) => end === null || ts <= end));
}
