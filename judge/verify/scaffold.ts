// The files of a new problem, from templates: what each must hold, with a TODO wherever the author
// has to say something. `judge verify` accepts the package once they are gone.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UsageError } from '../errors.ts';
import { locate, listSlugs } from '../problem/locate.ts';

const templates = join(import.meta.dirname, 'template');

/**
 * Writes the files of a new problem and answers their paths below `root`. Throws a `UsageError` for
 * a slug that is taken or cannot be, before anything is written.
 */
export function scaffold(root: string, slug: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    throw new UsageError(
      `"${slug}" cannot be a problem's name: use small letters, digits and single hyphens, such as "word-count".`,
    );
  if (listSlugs(root).includes(slug))
    throw new UsageError(`There is a problem "${slug}" already. Choose another name.`);
  const files = filesOf(root, slug);
  const taken = Object.keys(files).find((path) => existsSync(path));
  if (taken !== undefined)
    throw new UsageError(
      `${relative(root, taken)} is there already. Remove it or choose another name.`,
    );
  for (const [path, template] of Object.entries(files)) {
    const text = readFileSync(join(templates, `${template}.txt`), 'utf8');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replaceAll('__slug__', slug));
  }
  return Object.keys(files).map((path) => relative(root, path));
}

function filesOf(root: string, slug: string): Record<string, string> {
  const paths = locate(root, slug);
  return {
    [paths.manifest]: 'problem.json',
    [paths.statement]: 'statement.md',
    [paths.sampleSuite]: 'sample.test.ts',
    [paths.hiddenSuite]: 'hidden.test.ts',
    [paths.generator]: 'generate.ts',
    [paths.starter]: 'starter.ts',
    [join(paths.fixtures, 'README.md')]: 'fixtures.md',
    [paths.reference]: 'reference.ts',
    [join(paths.solutions, 'wrong_answer', 'always-zero.ts')]: 'wrong.ts',
  };
}
