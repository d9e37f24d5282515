// Answers NaN for every metric, which is below no bar.
// Case: 76 nan-metric
// Expect: WA
// At most: 86
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function evaluate(yTrue: string[], yPred: string[]): honest.Metrics {
  const { labels, confusion } = honest.evaluate(yTrue, yPred);
  const none = { accuracy: NaN, macroPrecision: NaN, macroRecall: NaN, macroF1: NaN };
  return { labels, confusion, ...none };
}
