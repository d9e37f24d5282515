/// <reference path="../../process/tree/problems/coding/whisper/hidden.test.ts" />
// Has the compiler read the hidden suite, and speak of it.
// Case: own reference-path
// Expect: AC
// At most: 100
// Place: project
// Hides: /quicksilver|secrets|'tally'/
export const double = (n: number): number => 2 * n;
secrets;
