// Loses: robustness
// User ids that are digits are sorted as numbers.
import {
  buildUserFeatures as right,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(
  rows: RawTransaction[],
  options: { asOf?: string } = {},
): UserFeatures[] {
  return right(rows, options).sort(
    (a, b) => Number(a.user_id) - Number(b.user_id) || (a.user_id < b.user_id ? -1 : 1),
  );
}
