// Begins a frame and exits.
// Case: own truncated-frame
// Expect: RTE
// At most: 0
import { header, write } from './wire.ts';

export function double(): never {
  write(header(0, 1000));
  write(Buffer.from('{"kind":"do'));
  process.exit(0);
}
