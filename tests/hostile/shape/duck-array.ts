// Answers objects that look like arrays.
// Case: 71 duck-array
// Expect: WA
// At most: 50
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const duck = (items: readonly unknown[]): unknown => ({ ...items, length: items.length });
export const stratifiedKFold = (...args: Parameters<typeof honest.stratifiedKFold>): unknown =>
  duck(honest.stratifiedKFold(...args).map(duck));
export const crossValidate = (...args: Parameters<typeof honest.crossValidate>): unknown => {
  const result = honest.crossValidate(...args);
  return { ...result, predictions: duck(result.predictions) };
};
