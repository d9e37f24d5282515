// TRUSTED SIDE. Runs the compiler over the submission's text; advice only, never a verdict.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tether } from '../leftovers/tether.ts';
import type { TypeError } from '../model/report.ts';
import { isInside, projectRoot } from '../problem/locate.ts';

/** Type-level loops must not keep the person waiting. */
const limitMs = 5_000;

const flags =
  '--ignoreConfig --noEmit --pretty false --strict --skipLibCheck --target esnext --lib esnext --module nodenext --types node --allowImportingTsExtensions --erasableSyntaxOnly';

/**
 * Type errors in `file`, as `tsc` reports them, with the declarations that the fixtures ship.
 * None for a file outside of the project, where the compiler does not find its packages, and when
 * the compiler is absent, fails or takes too long.
 */
export function findTypeErrors(
  file: string,
  { fixtures }: { fixtures: string },
): Promise<TypeError[]> {
  if (!isInside(file, projectRoot)) return Promise.resolve([]);
  const modules = join(projectRoot, 'node_modules');
  const compiler = join(modules, 'typescript/bin/tsc');
  const typeRoots = ['--typeRoots', join(modules, '@types')];
  const folder = dirname(file);
  const [program = '', ...args] = tether([
    process.execPath,
    compiler,
    ...flags.split(' '),
    ...typeRoots,
    file,
    ...globSync(join(fixtures, '*.d.ts')),
  ]);
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: limitMs, killSignal: 'SIGKILL' } as const;
    const child = execFile(program, args, options, (_error, stdout) => {
      process.off('exit', kill);
      resolve(stdout.split('\n').flatMap((line) => parseLine(line, relative(folder, file))));
    });
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
  });
}

function parseLine(text: string, name: string): TypeError[] {
  if (!text.startsWith(`${name}(`)) return [];
  const match = /^\((\d+),(\d+)\): error (.*)$/.exec(text.slice(name.length));
  return match
    ? [{ line: Number(match[1]), column: Number(match[2]), message: match[3] ?? '' }]
    : [];
}
