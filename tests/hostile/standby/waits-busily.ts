// Keeps a core busy whenever it is not asked, on standby too.
// Case: own waits-busily
// Expect: AC, TLE
// At most: 100
function spin(): void {
  const end = Date.now() + 20;
  while (Date.now() < end);
  setImmediate(spin);
}
setImmediate(spin);
export const double = (n: number): number => 2 * n;
