// Ends with a crash of the runtime.
// Case: own abort
// Expect: RTE
// At most: 0
export const double = (): void => process.abort();
