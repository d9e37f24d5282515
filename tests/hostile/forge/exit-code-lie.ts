// Exits with the code by which a validator accepts, or a judge.
// Case: 41 exit-code-lie
// Expect: RTE
// At most: 0
export const double = (n: number): number => process.exit(n === 1 ? 42 : 0);
