// Has the compiler list the names that a generator of hidden data exports.
// Case: own import-names
// Expect: AC
// At most: 100
// Place: project
// Hides: /customersSchema|gappyTable|largeTable/
type Hidden = typeof import('../../../problems/coding/data-cleaning/generate.ts');
export const double = (n: number): number => 2 * n;
export const leak: keyof Hidden = 'none of them';
