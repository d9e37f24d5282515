// A planted configuration and workspace would run a setup file with the suite.
// Case: 33 setup-plant
// Expect: WA
// At most: 0
export const double = (n: number): number => n + 1;
