// Its promise never settles, and nothing else keeps the event loop alive.
// Case: 8 never-resolve
// Expect: TLE, RTE
// At most: 0
export const double = (): Promise<void> => new Promise(() => {});
