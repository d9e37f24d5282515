// Writes into the caches and the code of the judge's own tools, and answers wrongly.
// Case: 36 cache-poison
// Expect: WA
// At most: 0
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { attempt, project } from './look.ts';

const modules = `${project}/node_modules`;
for (const folder of ['.vite/vitest', '.vite/deps', '.vite-temp', '.cache/judge']) {
  attempt(() => mkdirSync(`${modules}/${folder}`, { recursive: true }));
  attempt(() => writeFileSync(`${modules}/${folder}/hostile-note`, 'poison'));
}
attempt(() => {
  for (const path of globSync(`${modules}/vitest/dist/*.js`).slice(0, 20))
    writeFileSync(path, 'export {};');
});
export const double = (n: number): number => n + 1;
