// Changes its arguments and says that it did not.
// Case: own forged-innocence
// Expect: WA, AC
// At most: 100
// Problem: data-cleaning
// Beside: reference
export * from './honest.ts';
import * as honest from './honest.ts';

const { stringify } = JSON;
JSON.stringify = (value: unknown, ...rest: never[]): string =>
  stringify(value, ...rest).replace('"argumentsChanged":true', '"argumentsChanged":false');
export function cleanTable(...args: Parameters<typeof honest.cleanTable>): honest.CleanResult {
  const result = honest.cleanTable(...args);
  args[0].rows.length = 0;
  return result;
}
