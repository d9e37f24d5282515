// Stops every clock that it can reach, and takes its time.
// Case: 58 perf-zero
// Expect: TLE
// At most: 60
const now = Date.now;
performance.now = () => 0;
Date.now = () => 0;
process.hrtime.bigint = () => 0n;
export function double(n: number): number {
  const end = now() + 400;
  while (now() < end);
  return 2 * n;
}
