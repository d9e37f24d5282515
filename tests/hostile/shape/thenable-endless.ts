// Answers an object that is awaited and answers another, for ever.
// Case: 74 thenable
// Expect: TLE
// At most: 0
const endless = (): unknown => ({
  // oxlint-disable-next-line unicorn/no-thenable
  then: (resolve: (value: unknown) => void): void => resolve(endless()),
});
export const double = endless;
