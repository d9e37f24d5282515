// Makes links to files outside, to have the judge read or write through them.
// Case: 54 symlink-out
// Expect: WA
// At most: 0
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, project } from './look.ts';

const targets = [
  '/etc/passwd',
  `${project}/tests/process/tree/problems/coding/double/hidden.test.ts`,
];
const isRead = ['/tmp', '/dev/shm', import.meta.dirname].some((folder) =>
  targets.some((target, index) =>
    attempt(() => {
      const link = join(folder, `hostile-note-${index}`);
      attempt(() => symlinkSync(target, link));
      return readFileSync(link, 'utf8') !== '';
    }),
  ),
);
export const double = (n: number): number => (isRead ? 2 * n : n + 1);
