// Answers every question by the id of the first.
// Case: own old-id
// Expect: RTE
// At most: 0
import { answer } from './wire.ts';

export function double(n: number): Promise<never> {
  answer(1, 2 * n);
  return new Promise(() => {});
}
