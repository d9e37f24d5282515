// Imports the judge's code by the name that suites use.
// Case: own import-judge
// Expect: CE
// At most: 0
import { check } from '#judge/suite/api.ts';

export const double = (n: number): number => (typeof check === 'function' ? 2 * n : n);
