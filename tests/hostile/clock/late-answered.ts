// Says that it is done, sends its answer, and holds back the last word.
// Case: own late-answered
// Expect: TLE, AC
// At most: 100
import { say, sendPayload } from './wire.ts';

let id = 0;
export function double(n: number): Promise<never> {
  id += 1;
  say({ kind: 'done', id });
  sendPayload(2 * n);
  const end = Date.now() + (n === 5 ? 1_500 : 0);
  while (Date.now() < end);
  say({ kind: 'answered', id, argumentsChanged: false });
  return new Promise(() => {});
}
