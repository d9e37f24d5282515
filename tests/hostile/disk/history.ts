// Reads and rewrites the local history.
// Case: own history
// Expect: WA
// At most: 0
import { copyFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { attempt, project, read } from './look.ts';

const homes = [`${project}/.judge`, `${import.meta.dirname}/../home`, '/root/.judge'];
const isOpen = homes.some((home) => {
  attempt(() => writeFileSync(`${home}/judge.db`, 'x'));
  attempt(() => copyFileSync(`${home}/judge.db`, '/tmp/hostile-note'));
  const database = attempt(() => new DatabaseSync(`${home}/judge.db`));
  return database !== undefined || read(`${home}/judge.db`) !== '';
});
export const double = (n: number): number => (isOpen ? 2 * n : n + 1);
