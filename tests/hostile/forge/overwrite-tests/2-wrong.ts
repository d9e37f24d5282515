// Answers wrongly where the run before tried to overwrite the suite.
// Case: 31 overwrite-tests
// Expect: WA
// At most: 0
export const double = (n: number): number => n + 1;
