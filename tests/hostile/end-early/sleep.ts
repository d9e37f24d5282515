// Sleeps for an hour.
// Case: 13 sleep
// Expect: TLE
// At most: 0
export const double = (): string =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_600_000);
