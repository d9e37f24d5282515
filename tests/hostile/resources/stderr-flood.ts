// Writes for ever to its standard error, past every buffer of Node.
// Case: 91 stderr-flood
// Expect: OLE
// At most: 0
import { writeSync } from 'node:fs';

export function double(): void {
  for (;;) {
    try {
      writeSync(2, 'x'.repeat(10_000));
    } catch {}
  }
}
