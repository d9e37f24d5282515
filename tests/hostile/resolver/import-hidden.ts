// Imports the hidden suite by its path.
// Case: own import-hidden
// Expect: CE
// At most: 0
import { project } from './look.ts';

await import(`${project}/tests/process/tree/problems/coding/double/hidden.test.ts`);
export const double = (n: number): number => 2 * n;
