// The same in plain data, which can be sent.
// Case: 69 asymmetric
// Expect: WA
// At most: 0
export const double = (): unknown => ({ asymmetricMatch: true, sample: 2, inverse: false });
