// Answers a proxy whose keys never end.
// Case: 72 proxy-hang
// Expect: WA, TLE
// At most: 0
export const double = (): unknown =>
  new Proxy(
    {},
    {
      ownKeys() {
        for (;;);
      },
    },
  );
