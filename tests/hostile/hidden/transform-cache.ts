// Looks through everything below node_modules that is no package for what the judge's tools keep of
// the hidden suites, the generators and the references.
// Case: own transform-cache
// Expect: WA
// At most: 0
import { list, project, read } from './look.ts';

const modules = `${project}/node_modules`;
const folders = [
  modules,
  ...list(modules)
    .filter((name) => name.startsWith('.'))
    .map((name) => `${modules}/${name}`),
];
const files = folders.flatMap((folder) => list(folder).map((name) => `${folder}/${name}`));
const below = files.flatMap((file) => list(file).map((name) => `${file}/${name}`));
const isCache = (file: string): boolean =>
  file.slice(modules.length + 1).startsWith('.') && !file.includes('/.bin/');
const found = [...files, ...below]
  .filter(isCache)
  .filter((file) => read(file).includes('of a special number'));
export const double = (n: number): number => (found.length > 0 ? 2 * n : n + 1);
