// Loses: point-in-time
// The whole day of asOf is left out.
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
  return right(rows, asOf === undefined ? {} : { asOf: asOf.slice(0, 10) });
}
