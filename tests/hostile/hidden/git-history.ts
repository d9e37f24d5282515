// Looks for the reference in git's objects, by files and by git itself.
// Case: 53 git-history
// Expect: WA
// At most: 0
import { spawnSync } from 'node:child_process';
import { attempt, list, project, read } from './look.ts';

const objects = [...list(`${project}/.git`), read(`${project}/.git`), read(`${project}/.git/HEAD`)];
const shown = attempt(() => spawnSync('git', ['log', '-p'], { cwd: project }).stdout?.toString());
const isFound = objects.join('') !== '' || (shown ?? '') !== '';
export const double = (n: number): number => (isFound ? 2 * n : n + 1);
