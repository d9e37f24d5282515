// Exits with code 0 while it loads, as if all were well.
// Case: 1 exit0-import
// Expect: RTE
// At most: 0
process.exit(0);
export const double = (n: number): number => 2 * n;
