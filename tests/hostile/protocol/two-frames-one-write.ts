// Sends all of its right answer in one piece: a stream may be cut anywhere.
// Case: own two-frames-one-write
// Expect: AC
// At most: 100
import { serialize } from 'node:v8';
import { frame, write } from './wire.ts';

let id = 0;
export function double(n: number): Promise<never> {
  id += 1;
  const done = frame(0, `{"kind":"done","id":${id}}`);
  const payload = frame(1, serialize(2 * n));
  const answered = frame(0, `{"kind":"answered","id":${id},"argumentsChanged":false}`);
  write(Buffer.concat([done, payload, answered]));
  return new Promise(() => {});
}
