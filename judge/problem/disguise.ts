import { globSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isInside } from './locate.ts';

/** Trees whose files nobody hands in under another name. */
const ours = ['solutions', 'problems'];

/**
 * Says which file of `solutions/` or `problems/` the path leads to without naming it, by a link, by a
 * folder that is one, or by a hard link; `undefined` where it does not. A file of these trees that is
 * named openly is judged like any other.
 */
export function findDisguise(path: string, root: string): string | undefined {
  const place = findPlace(path, root);
  if (place === undefined || path.endsWith(`${sep}${place}`)) return undefined;
  return `the file is a link to ${place} of the judge; write your own, or name that file itself after --file`;
}

/** Where it lies below `root`, if that is one of our trees. */
function findPlace(path: string, root: string): string | undefined {
  try {
    const real = realpathSync(path);
    const realRoot = realpathSync(root);
    if (ours.some((tree) => isInside(real, join(realRoot, tree)))) return relative(realRoot, real);
    const { dev, ino, nlink } = statSync(real);
    if (nlink < 2) return undefined;
    return ours
      .flatMap((tree) => globSync(`${tree}/**/*.ts`, { cwd: realRoot }))
      .find((name) => {
        const own = statSync(join(realRoot, name));
        return own.ino === ino && own.dev === dev;
      });
  } catch {
    return undefined; // nothing is there, which whoever reads it says
  }
}
