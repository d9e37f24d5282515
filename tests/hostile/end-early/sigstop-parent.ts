// Answers rightly and stops its parent, which it takes for the judge.
// Case: 12 suspend-parent
// Expect: AC, TLE
// At most: 100
export function double(n: number): number {
  try {
    process.kill(process.ppid, 'SIGSTOP');
  } catch {}
  return 2 * n;
}
