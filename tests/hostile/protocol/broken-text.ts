// Sends messages in bytes that are no UTF-8.
// Case: own broken-text
// Expect: RTE
// At most: 0
import { frame, write } from './wire.ts';

export function double(n: number): number {
  write(frame(0, Buffer.from('{"kind":"done","id":1,"\xff\xfe":"\xc0\x80"}', 'latin1')));
  return 2 * n;
}
