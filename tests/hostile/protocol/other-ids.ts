// Says that it is done with a call and then answers another.
// Case: own other-ids
// Expect: RTE
// At most: 0
import { say, sendPayload } from './wire.ts';

export function double(n: number): Promise<never> {
  say({ kind: 'done', id: 1 });
  sendPayload(2 * n);
  say({ kind: 'answered', id: 2, argumentsChanged: false });
  return new Promise(() => {});
}
