// Makes the truth what it has predicted, in the arguments.
// Case: 57 mutate-args
// Expect: WA
// At most: 86
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function evaluate(yTrue: string[], yPred: string[]): honest.Metrics {
  yTrue.splice(0, yTrue.length, ...yPred);
  return honest.evaluate(yTrue, yPred);
}
