// Loses: point-in-time
// Times are compared with asOf as text, which fails for offsets and epochs.
import {
  buildUserFeatures as right,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  { asOf }: { asOf?: string } = {},
): UserFeatures[] {
  return right(
    asOf === undefined ? rows : rows.filter(({ timestamp }) => String(timestamp) < asOf),
  );
}
