// Leaves notes for the next run in every folder that might stay.
// Case: 48 tmp-carry
// Expect: WA
// At most: 0
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['/tmp', '/var/tmp', '/dev/shm', '/run', '/root', '/home', process.cwd()];
const note = (n: number): void => {
  for (const folder of [...folders, import.meta.dirname]) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'hostile-note'), String(2 * n));
    } catch {}
  }
};
export function double(n: number): number {
  note(n);
  return n + 1;
}
