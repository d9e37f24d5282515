// Sends its right answer byte by byte: a stream may be cut anywhere.
// Case: own byte-by-byte
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
  for (const byte of Buffer.concat([done, payload, answered])) write(Buffer.from([byte]));
  return new Promise(() => {});
}
