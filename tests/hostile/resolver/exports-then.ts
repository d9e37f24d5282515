// Exports `then`, so that whoever awaits the module waits for ever.
// Case: own exports-then
// Expect: TLE
// At most: 0
export function then(): void {}
export const double = (n: number): number => 2 * n;
