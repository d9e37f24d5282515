// Answers rightly and kills its parent, which it takes for the judge.
// Case: 5 kill-parent
// Expect: AC, RTE
// At most: 100
export function double(n: number): number {
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGABRT'] as const) {
    try {
      process.kill(process.ppid, signal);
    } catch {}
  }
  return 2 * n;
}
