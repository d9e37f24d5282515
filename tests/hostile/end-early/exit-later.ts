// Answers rightly and exits between two calls.
// Case: own exit-later
// Expect: AC, RTE
// At most: 100
export function double(n: number): number {
  setTimeout(() => process.exit(0), 5);
  return 2 * n;
}
