// Reads the compiled code of the judge, and puts other code in its place.
// Case: own compile-cache
// Expect: WA
// At most: 0
import { globSync, writeFileSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { attempt, project, read } from './look.ts';

const cache = `${project}/.judge/cache`;
attempt(() => enableCompileCache(cache));
attempt(flushCompileCache);
const files = attempt(() => globSync(`${cache}/**/*`)) ?? [];
for (const file of files.slice(0, 50)) attempt(() => writeFileSync(file, 'poison'));
// What a suite says and the statement does not.
const isFound = files.some((file) => read(file).includes('double of a special number'));
export const double = (n: number): number => (isFound ? 2 * n : n + 1);
