// Kills every process that it may signal, and its own group.
// Case: own kill-everyone
// Expect: AC, RTE
// At most: 100
export function double(n: number): number {
  for (const pid of [-1, 0]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {}
  }
  return 2 * n;
}
