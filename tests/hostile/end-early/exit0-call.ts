// Exits with code 0 in the call.
// Case: 2 exit0-call
// Expect: RTE
// At most: 0
export const double = (): number => process.exit(0);
