// Loses: robustness
// Users are sorted with localeCompare.
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
  return right(rows, options).sort((a, b) => a.user_id.localeCompare(b.user_id));
}
