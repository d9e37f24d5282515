// A time bomb: lives for its first second only, so that the process on standby is dead when needed.
// Case: own second-process-exits
// Expect: RTE, AC
// At most: 100
setTimeout(() => process.exit(0), 300);
export const double = (n: number): number => 2 * n;
