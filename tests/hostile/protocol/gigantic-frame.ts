// Announces four thousand million bytes.
// Case: own gigantic-frame
// Expect: OLE
// At most: 0
import { header, write } from './wire.ts';

export function double(n: number): number {
  write(header(1, 2 ** 32 - 1));
  return 2 * n;
}
