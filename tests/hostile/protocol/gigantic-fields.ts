// Says that it exports a hundred thousand functions of long names.
// Case: own gigantic-fields
// Expect: RTE, CE
// At most: 0
import { say } from './wire.ts';

say({
  kind: 'loaded',
  functions: Array.from({ length: 20_000 }, (_, n) => `function number ${n}`),
});
export const triple = (n: number): number => 3 * n;
