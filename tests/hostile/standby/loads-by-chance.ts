// Loads in one process of two.
// Case: own loads-by-chance
// Expect: AC, CE, RTE
// At most: 100
if (Math.random() < 0.5) throw new Error('not this time');
export function double(n: number): number {
  if (n === Infinity) process.exit(1);
  return 2 * n;
}
