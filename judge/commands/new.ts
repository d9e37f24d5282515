import { UsageError } from '../errors.ts';
import { scaffold } from '../verify/scaffold.ts';
import type { Ending, Invocation } from './command.ts';

/** Writes the files of a new problem. */
export async function newProblem({ root, words }: Invocation): Promise<Ending> {
  const [slug, ...rest] = words;
  if (slug === undefined || rest.length > 0)
    throw new UsageError('Give the new problem one name: npm run judge new word-count');
  const made = scaffold(root, slug).map((path) => `  ${path}`);
  const next = `Fill in each TODO, then prove the package: npm run judge verify ${slug}`;
  process.stdout.write(`Made\n${made.join('\n')}\n\n${next}\n`);
  return 'done';
}
