// Makes a million files.
// Case: 92 inode-fill
// Expect: RTE, OLE
// At most: 0
import { writeFileSync } from 'node:fs';

export function double(): void {
  for (let count = 0; count < 1e6; count += 1) writeFileSync(`/tmp/hostile-note-${count}`, '');
}
