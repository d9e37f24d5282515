// Holds itself where a list of lists is expected.
// Case: 80 cycle
// Expect: WA
// At most: 88
// Problem: iris
// Beside: reference
export * from './honest.ts';

const folds: unknown[] = [];
folds.push(folds, folds);
export const stratifiedKFold = (): unknown => folds;
