// Writes until the disk is full.
// Case: 92 disk-fill
// Expect: RTE, OLE
// At most: 0
import { appendFileSync } from 'node:fs';

export function double(): void {
  for (;;) appendFileSync('/tmp/hostile-note', Buffer.alloc(1e6, 1));
}
