// Builds source text that is nested without end, and has it compiled.
// Case: 96 compile-bomb
// Expect: CE, RTE, TLE
// At most: 0
export const double: unknown = eval(`${'('.repeat(1e6)}1${')'.repeat(1e6)}`);
