// Tries every way to a process; answers rightly all the same.
// Case: 88 fork-bomb
// Expect: AC
// At most: 100
import { execFile, execSync, fork, spawn, spawnSync } from 'node:child_process';
import cluster from 'node:cluster';

const ways = [
  () => fork(import.meta.filename),
  () => spawn('sleep', ['1000']),
  () => spawnSync('sleep', ['1000']),
  () => execSync('sleep 1000 &'),
  () => execFile('sleep', ['1000']),
  () => cluster.fork(),
];
export function double(n: number): number {
  for (const start of ways) {
    try {
      start();
    } catch {}
  }
  return 2 * n;
}
