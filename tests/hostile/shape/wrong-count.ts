// Answers one prediction less than there are rows.
// Case: 83 wrong-count
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const result = honest.crossValidate(...args);
  return { ...result, predictions: result.predictions.slice(0, -1) };
}
