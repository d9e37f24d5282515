// Plants what package managers, compilers and Node itself read beside a file.
// Case: 35 pkg-plant
// Expect: WA
// At most: 0
export const double = (n: number): number => n + 1;
