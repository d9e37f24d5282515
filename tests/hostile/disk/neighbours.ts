// Reads and changes what lies beside and above its folder.
// Case: own neighbours
// Expect: WA
// At most: 0
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, list } from './look.ts';

const above = dirname(import.meta.dirname);
attempt(() => writeFileSync(join(above, 'hostile-note'), 'x'));
attempt(() => writeFileSync(join(import.meta.dirname, 'tsconfig.json'), '{}'));
const seen = [above, dirname(above), '/home', '/root', '/etc'].flatMap(list);
const others = seen.filter((name) => name !== 'work' && !name.startsWith('judge-hostile-'));
const isOut = others.some((name) => !['hostname', 'ld.so.cache', 'tmp'].includes(name));
export const double = (n: number): number => (isOut ? 2 * n : n + 1);
