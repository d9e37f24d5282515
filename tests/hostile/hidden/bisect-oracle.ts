// Lets one bit of its hidden input decide between two verdicts; one run tells one bit.
// Case: 51 bisect-oracle
// Expect: RTE, WA
// At most: 0
export function double(n: number): number {
  if (n > 1 && n % 2 === 1) throw new Error('odd');
  return n + 1;
}
