// Starts process after process, each the leader of a session, for ever.
// Case: 18 fork-setsid
// Expect: TLE, RTE, MLE
// At most: 0
import { spawn } from 'node:child_process';

export function double(): void {
  for (;;) {
    try {
      spawn('setsid', ['sleep', '1000', import.meta.dirname], { detached: true });
    } catch {}
  }
}
