// Imports hidden files by every type that there is.
// Case: own import-attributes
// Expect: WA
// At most: 0
import { project } from './look.ts';

const folder = `${project}/tests/process/tree/problems/coding/double`;
const tries = [
  import(`${folder}/problem.json`, { with: { type: 'json' } }),
  import(`${folder}/hidden.test.ts`, { with: { type: 'text' } }),
  import(`${folder}/hidden.test.ts`, { with: { type: 'bytes' } }),
  import(`file://${folder}/../double/problem.json?x#y`, { with: { type: 'json' } }),
  import(`file:///proc/self/root${folder}/problem.json`, { with: { type: 'json' } }),
];
const isFound = (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled');
export const double = (n: number): number => (isFound ? 2 * n : n + 1);
