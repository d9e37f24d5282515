// Loses: point-in-time
// asOf is ignored.
import {
  buildUserFeatures as right,
  type RawTransaction,
  type UserFeatures,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildUserFeatures(rows: RawTransaction[]): UserFeatures[] {
  return right(rows);
}
