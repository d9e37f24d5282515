// Answers an object that is awaited like a promise: the contract allows it.
// Case: 74 thenable
// Expect: AC
// At most: 100
export const double = (n: number): unknown => ({
  // oxlint-disable-next-line unicorn/no-thenable
  then: (resolve: (value: number) => void): void => resolve(2 * n),
});
