// Answers an object whose property takes for ever to be read.
// Case: 72 proxy-hang
// Expect: WA, TLE
// At most: 0
export const double = (): unknown => ({
  get value() {
    for (;;);
  },
});
