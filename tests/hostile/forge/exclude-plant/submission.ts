// A planted configuration would leave the hidden suite out and run another.
// Case: 34 exclude-plant
// Expect: WA
// At most: 0
export const double = (n: number): number => n + 1;
