// Starts processes in a loop.
// Case: 88 fork-bomb
// Expect: RTE, TLE
// At most: 0
import { spawn } from 'node:child_process';

export function double(): void {
  for (;;) spawn(process.execPath, [import.meta.filename, import.meta.dirname]);
}
