// Is done with the first call before it is armed for it.
// Case: own done-before-armed
// Expect: RTE
// At most: 0
import { say, sendPayload } from './wire.ts';

say({ kind: 'loaded', functions: ['double'] });
say({ kind: 'done', id: 1 });
say({ kind: 'armed', id: 1 });
sendPayload(2);
export const double = (n: number): number => 2 * n;
