// Sends two answers to one question: a wrong one and, behind it, a right one.
// Case: 38 double-answer
// Expect: RTE, WA
// At most: 0
import { answer } from './wire.ts';

let id = 0;
export function double(n: number): number {
  id += 1;
  answer(id, n + 1);
  return 2 * n;
}
