// Answers 0 for -0 and Infinity for a large number.
// Case: 77 special
// Expect: WA
// At most: 70
export const double = (n: number): number => (n === 0 ? 0 : 2 * n);
