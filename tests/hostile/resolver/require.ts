// Requires hidden files, and asks where they would be.
// Case: own require
// Expect: WA
// At most: 0
import { createRequire, findPackageJSON } from 'node:module';
import { attempt, project } from './look.ts';

const folder = `${project}/tests/process/tree`;
const require = createRequire(`${folder}/x.js`);
const found = [
  attempt(() => require('./problems/coding/double/problem.json')),
  attempt(() => require.resolve('./problems/coding/double/hidden.test.ts')),
  attempt(() => findPackageJSON(`${project}/judge/cli.ts`)),
].filter((value) => value !== undefined && value !== `${project}/package.json`);
export const double = (n: number): number => (found.length > 0 ? 2 * n : n + 1);
