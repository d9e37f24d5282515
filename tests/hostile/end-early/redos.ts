// A regular expression that backtracks for ever.
// Case: 10 redos
// Expect: TLE
// At most: 0
export const double = (): number => Number(/^(a+)+$/.test(`${'a'.repeat(40)}b`));
