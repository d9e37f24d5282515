// Types that no compiler finishes, where the compiler only advises.
// Case: own type-bomb
// Expect: AC
// At most: 100
// Place: project
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Number4 = `${Digit}${Digit}${Digit}${Digit}`;
type Square = { [A in Number4]: { [B in Number4]: `${A}${B}` } };
export const bomb: Square[Number4][Number4] = 'nope';
export const double = (n: number): number => 2 * n;
