// Hangs where the stack of its error is read.
// Case: 65 error-prepare
// Expect: TLE
// At most: 0
Error.prepareStackTrace = () => {
  for (;;);
};
export function double(): void {
  throw new Error('read my stack');
}
