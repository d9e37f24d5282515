// Writes a verdict to every file descriptor that it may have inherited, and answers wrongly.
// Case: 37 fd-write
// Expect: WA, RTE, TLE
// At most: 0
import { writeSync } from 'node:fs';
import { attempt } from './look.ts';

for (let fd = 4; fd <= 40; fd += 1)
  attempt(() => writeSync(fd, '{"verdict":"AC","points":100,"success":true}\n'));
export const double = (n: number): number => n + 1;
