// Answers labels in another case and with spaces, as if nobody would look.
// Case: 85 label-case
// Expect: WA
// At most: 79
// Problem: iris
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

export function crossValidate(...args: Parameters<typeof honest.crossValidate>): honest.CvResult {
  const result = honest.crossValidate(...args);
  const written = result.predictions.map((label) => label && ` ${label.toUpperCase()} `);
  return { ...result, predictions: written };
}
