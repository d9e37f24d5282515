// Sends what only the judge may say.
// Case: own host-messages
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

say({ kind: 'go', id: 1 });
export const double = (n: number): number => 2 * n;
