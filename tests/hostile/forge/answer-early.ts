// Answers questions that nobody has asked yet.
// Case: 39 answer-early
// Expect: RTE, WA
// At most: 0
import { answer } from './wire.ts';

for (let id = 1; id <= 8; id += 1) answer(id, 2);
export const double = (n: number): number => n + 1;
