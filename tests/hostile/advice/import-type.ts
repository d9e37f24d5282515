// Has the compiler name the values of a hidden file in a type error.
// Case: own import-type
// Expect: AC
// At most: 100
// Place: project
// Hides: /stratified|Random|plainIris|formatVersion/
export const double = (n: number): number => 2 * n;
export const leak: null = {} as typeof import('../../../problems/coding/iris/generate.ts');
