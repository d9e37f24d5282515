// Sends a message that is nested 100,000 deep.
// Case: own deep-message
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  say(`{"kind":"done","id":${'['.repeat(100_000)}1${']'.repeat(100_000)}}`);
  return 2 * n;
}
