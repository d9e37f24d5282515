// Rewrites its own file, for the processes and runs that follow.
// Case: own overwrite-self
// Expect: WA
// At most: 0
import { copyFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { attempt } from './look.ts';

const file = import.meta.filename;
attempt(() => writeFileSync(file, 'export const double = (n: number): number => 2 * n;'));
attempt(() => renameSync(file, `${file}.old`));
attempt(() => copyFileSync(file, `${file}.hostile-note`));
attempt(() => utimesSync(file, 0, 0));
attempt(() => rmSync(file));
export const double = (n: number): number => n + 1;
