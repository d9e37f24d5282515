// Answers rightly and leaves a process of its own behind, if it gets one.
// Case: 17 detached-child
// Expect: AC
// At most: 100
import { spawn } from 'node:child_process';

export function double(n: number): number {
  try {
    const args = ['-e', 'setInterval(() => {}, 1000)', import.meta.dirname];
    spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
  } catch {}
  return 2 * n;
}
