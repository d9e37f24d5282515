// Sends its messages as data and its data as messages.
// Case: own kinds-swapped
// Expect: RTE
// At most: 0
import { serialize } from 'node:v8';
import { frame, write } from './wire.ts';

export function double(n: number): number {
  write(frame(1, '{"kind":"done","id":1}'));
  write(frame(0, serialize(2 * n)));
  return 2 * n;
}
