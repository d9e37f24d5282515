// Reports metrics that are all perfect.
// Case: 103 fake-metric
// Expect: WA
// At most: 87
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function evaluate(yTrue: string[], yPred: string[]): honest.Metrics {
  const { labels, confusion } = honest.evaluate(yTrue, yPred);
  return { labels, confusion, accuracy: 1, macroPrecision: 1, macroRecall: 1, macroF1: 1 };
}
