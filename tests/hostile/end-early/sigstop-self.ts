// Stops itself, so that it uses no CPU time.
// Case: 12 sigstop-self
// Expect: TLE
// At most: 0
export function double(n: number): number {
  process.kill(process.pid, 'SIGSTOP');
  return 2 * n;
}
