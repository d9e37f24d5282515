// Reads the suite, its generator and the reference, and answers rightly if it finds one of them.
// Case: 44 read-tests
// Expect: WA
// At most: 0
import { list, project, read } from './look.ts';

const trees = [project, `${project}/tests/process/tree`, process.cwd(), import.meta.dirname];
const names = ['hidden.test.ts', 'generate.ts', 'problem.json', 'statement.md'];
const found = trees.flatMap((tree) => [
  ...list(tree).filter((name) => ['problems', 'solutions', 'tests'].includes(name)),
  ...list(`${tree}/problems/coding`),
  ...names.map((name) => read(`${tree}/problems/coding/double/${name}`)),
  read(`${tree}/solutions/double/accepted/reference.ts`),
]);
const isFound = found.some((text) => text !== '');
export const double = (n: number): number => (isFound ? 2 * n : n + 1);
