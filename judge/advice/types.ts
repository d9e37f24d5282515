// TRUSTED SIDE. Runs the compiler over the submission's text; advice only, never a verdict.
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { TypeError } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { isInside, projectRoot } from '../problem/locate.ts';

/** Type-level loops must not keep the person waiting. */
const limitMs = 5_000;

const options =
  '--ignoreConfig --noEmit --pretty false --strict --skipLibCheck --target esnext --lib esnext --module nodenext --types node --allowImportingTsExtensions --erasableSyntaxOnly';

/**
 * Type errors in the submission's file, as `tsc` reports them, with the declarations that the
 * fixtures ship. None for a file outside of the project, where the compiler does not find its
 * packages, for one that was saved with another text since, and when the compiler is absent, fails
 * or takes too long.
 */
export function findTypeErrors(
  { path: file, source }: Submission,
  { fixtures }: { fixtures: string },
): Promise<TypeError[]> {
  if (!isInside(file, projectRoot) || !holds(file, source)) return Promise.resolve([]);
  const modules = join(projectRoot, 'node_modules');
  const compiler = join(modules, 'typescript/bin/tsc');
  const typeRoots = ['--typeRoots', join(modules, '@types')];
  const folder = dirname(file);
  const args = [
    compiler,
    ...options.split(' '),
    ...typeRoots,
    file,
    ...globSync(join(fixtures, '*.d.ts')),
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, timeout: limitMs }, (_error, stdout) => {
      resolve(stdout.split('\n').flatMap((line) => parseLine(line, relative(folder, file))));
    });
  });
}

function holds(file: string, source: string): boolean {
  try {
    return readFileSync(file, 'utf8') === source;
  } catch {
    return false;
  }
}

function parseLine(text: string, name: string): TypeError[] {
  if (!text.startsWith(`${name}(`)) return [];
  const match = /^\((\d+),(\d+)\): error (.*)$/.exec(text.slice(name.length));
  return match
    ? [{ line: Number(match[1]), column: Number(match[2]), message: match[3] ?? '' }]
    : [];
}
