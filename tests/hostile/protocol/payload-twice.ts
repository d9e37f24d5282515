// Sends two answers, the wrong one first, before it says which call they are of.
// Case: own payload-twice
// Expect: RTE
// At most: 0
import { say, sendPayload } from './wire.ts';

let id = 0;
export function double(n: number): Promise<never> {
  id += 1;
  say({ kind: 'done', id });
  sendPayload(n + 1);
  sendPayload(2 * n);
  say({ kind: 'answered', id, argumentsChanged: false });
  return new Promise(() => {});
}
