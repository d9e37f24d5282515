// What a submission may read beside itself: the modules of its own folder, unless more than modules
// would come with them.
import { readdirSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInside } from './locate.ts';

export type Beside =
  | { kind: 'folder'; readable: string[] }
  /** Only the text of the file itself; `why` completes "its folder ...". */
  | { kind: 'alone'; why: string };

/** Hidden folders that hold settings of an editor, and nothing worth hiding. */
const harmless = ['.vscode', '.idea'];
/** More than anybody keeps beside an exercise, libraries of their own included. */
const maxEntries = 50_000;

/**
 * Folders that a candidate process may read beside the fixtures and the libraries: the submission's
 * own. Not one that holds the suites or the solutions (but our own solutions may see each other), the
 * home folder, folders for temporary files and what is above them, one with hidden folders such as
 * `.ssh` or `.git`, and one with links that lead out of it, which not every sandbox stops.
 */
export function readableBeside(
  root: string,
  { slug, folder }: { slug: string; folder: string },
): Beside {
  const solutions = join(root, 'solutions', slug);
  if (isInside(folder, solutions)) return { kind: 'folder', readable: [solutions] };
  const real = resolved(folder);
  const hidden = ['problems', 'solutions', 'judge', 'tests'].map((tree) =>
    resolved(join(root, tree)),
  );
  if (hidden.some((tree) => isInside(tree, real) || isInside(real, tree)))
    return { kind: 'alone', why: 'belongs to the judge' };
  const shared = [homedir(), tmpdir(), '/tmp', '/var/tmp'];
  if (shared.some((path) => isInside(resolved(path), real)))
    return { kind: 'alone', why: 'holds more than your work' };
  const why = findPrivate(real);
  return why === undefined ? { kind: 'folder', readable: [folder] } : { kind: 'alone', why };
}

/** What in the folder, a real path, forbids that it is opened. */
function findPrivate(folder: string): string | undefined {
  const open = [folder];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of entriesOf(next)) {
      const { name } = entry;
      const path = join(next, name);
      if (++count > maxEntries) return `holds more than ${maxEntries} files`;
      if (entry.isSymbolicLink() && !isInside(resolved(path), folder))
        return `holds a link that leads out of it, ${name}`;
      if (!entry.isDirectory()) continue;
      const isLibrary = next.endsWith('node_modules');
      if (name.startsWith('.') && !isLibrary && !harmless.includes(name))
        return `holds the hidden folder ${name}`;
      open.push(path);
    }
  }
  return undefined;
}

/** What cannot be listed cannot be read by the submission either. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The real path; of a link to nothing, the link. */
function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
