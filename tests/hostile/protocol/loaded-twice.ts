// Says that it has loaded, and loads on without a limit.
// Case: own loaded-twice
// Expect: RTE, TLE
// At most: 0
import { say } from './wire.ts';

say({ kind: 'loaded', functions: ['double'] });
const end = Date.now() + 5_000;
while (Date.now() < end);
export const double = (n: number): number => 2 * n;
