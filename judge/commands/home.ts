import { existsSync } from 'node:fs';
import { messageOf, UsageError } from '../errors.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';

/** The list of problems and what to type next. */
export function home(root: string): string {
  const slugs = listSlugs(root);
  if (slugs.length === 0) throw new UsageError(`There are no problems below ${root}.`);
  const width = Math.max(...slugs.map((slug) => slug.length)) + 3;
  const rows = slugs.map((slug) => row(root, { slug, width }));
  const first = slugs.includes('iris') ? 'iris' : slugs[0];
  return `Problems\n${rows.join('\n')}\n\nStart one:   npm run judge ${first}\nAll options: npm run judge -- --help\n`;
}

function row(root: string, { slug, width }: { slug: string; width: number }): string {
  try {
    const { manifest, paths } = loadProblem(root, slug);
    const started = existsSync(paths.workspace) ? '   started' : '';
    return `  ${slug.padEnd(width)}${manifest.minutes} min   ${manifest.title}${started}`;
  } catch (error) {
    return `  ${slug.padEnd(width)}broken: ${messageOf(error).split('\n', 1)[0]}`;
  }
}
