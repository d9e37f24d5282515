// Adds a verdict to its messages.
// Case: own extra-fields
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  say({ kind: 'done', id: 1, verdict: 'AC', points: 100, kind2: 'passed' });
  return 2 * n;
}
