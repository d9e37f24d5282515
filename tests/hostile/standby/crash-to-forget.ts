// Crashes after every answer, to be always new.
// Case: own crash-to-forget
// Expect: AC, RTE
// At most: 100
let calls = 0;
export function double(n: number): number {
  calls += 1;
  if (calls > 1) process.exit(0);
  return 2 * n;
}
