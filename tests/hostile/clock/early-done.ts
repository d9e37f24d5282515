// Says that it is done, which stops the clock, and only then begins to work.
// Case: own early-done
// Expect: TLE
// At most: 60
import { answer, say, sendPayload } from './wire.ts';

let id = 0;
export function double(n: number): Promise<never> {
  id += 1;
  say({ kind: 'done', id });
  const end = Date.now() + (n === 5 ? 1_500 : 0);
  while (Date.now() < end);
  sendPayload(2 * n);
  say({ kind: 'answered', id, argumentsChanged: false });
  return new Promise(() => {});
}
export type Unused = typeof answer;
