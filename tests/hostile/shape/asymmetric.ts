// Answers an object that a matcher would ask whether it matches.
// Case: 69 asymmetric
// Expect: WA
// At most: 0
export const double = (): unknown => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: () => true,
});
