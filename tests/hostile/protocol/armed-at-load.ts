// Says that it is armed for the first call while it still loads.
// Case: own armed-at-load
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

say({ kind: 'armed', id: 1 });
export const double = (n: number): number => 2 * n;
