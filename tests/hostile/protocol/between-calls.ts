// Speaks between two calls, when nothing was asked.
// Case: own between-calls
// Expect: RTE, AC
// At most: 100
import { answer } from './wire.ts';

let id = 0;
export function double(n: number): number {
  id += 1;
  setTimeout(() => answer(id + 1, 6), 1);
  return 2 * n;
}
