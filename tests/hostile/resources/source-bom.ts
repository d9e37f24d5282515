// Begins with a byte-order mark, and holds every line end that there is.
// Case: 96 compile-bomb
// Expect: AC
// At most: 100
export const double = (n: number): number => 2 * n;
