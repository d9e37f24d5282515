// Throws an error whose message takes for ever to be read.
// Case: own error-getter-loop
// Expect: TLE
// At most: 0
export function double(): never {
  throw Object.defineProperty(new Error('x'), 'message', {
    get() {
      for (;;);
    },
  });
}
