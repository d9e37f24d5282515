// Awaits for ever while it loads.
// Case: 9 tla-forever
// Expect: TLE
// At most: 0
await new Promise(() => {});
export const double = (n: number): number => 2 * n;
