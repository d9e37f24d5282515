// Says that Node is up once more, after the submission has run.
// Case: own ready-again
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

say({ kind: 'ready' });
export const double = (n: number): number => 2 * n;
