import { existsSync } from 'node:fs';
import { messageOf, UsageError } from '../errors.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import type { Ending, Invocation } from './command.ts';

/** Prints the list of problems and what to type next. */
export async function home({ root }: Invocation): Promise<Ending> {
  const slugs = listSlugs(root);
  if (slugs.length === 0) throw new UsageError(`There are no problems below ${root}.`);
  const width = Math.max(...slugs.map((slug) => slug.length)) + 3;
  const rows = slugs.map((slug) => row(root, { slug, width }));
  const first = slugs.includes('iris') ? 'iris' : slugs[0];
  process.stdout.write(
    `Problems\n${rows.join('\n')}\n\nStart one:   npm run judge ${first}\nAll options: npm run judge -- --help\n`,
  );
  return 'done';
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
