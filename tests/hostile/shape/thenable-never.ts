// Answers an object that is awaited and never calls back.
// Case: 74 thenable
// Expect: TLE
// At most: 0
export const double = (): unknown => ({
  // oxlint-disable-next-line unicorn/no-thenable
  then: (): void => {},
});
