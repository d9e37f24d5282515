// Is right but for noise in the last digits, which the contract allows for some numbers only.
// Case: 78 float-edge
// Expect: WA
// At most: 70
export const double = (n: number): number => 2 * n * (1 + 1e-12);
