// TRUSTED SIDE. Runs the compiler over the submission's text; advice only, never a verdict.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tether } from '../leftovers/tether.ts';
import type { TypeError } from '../model/report.ts';
import { isInside, projectRoot } from '../problem/locate.ts';

/** Type-level loops must not keep the person waiting. */
const limitMs = 3_000;

const options =
  '--ignoreConfig --noEmit --pretty false --strict --skipLibCheck --target esnext --lib esnext --module nodenext --types node --allowImportingTsExtensions --erasableSyntaxOnly';

/**
 * Type errors in `file`, as `tsc` reports them, with the declarations that the fixtures ship.
 * None for a file outside of the project, where the compiler does not find its packages, and when
 * the compiler is absent, fails or takes too long.
 */
export async function findTypeErrors(
  file: string,
  { fixtures }: { fixtures: string },
): Promise<TypeError[]> {
  if (!isInside(file, projectRoot)) return [];
  const modules = join(projectRoot, 'node_modules');
  const compiler = await findCompiler(modules);
  if (compiler === undefined) return [];
  const typeRoots = ['--typeRoots', join(modules, '@types')];
  const folder = dirname(file);
  const args = [...options.split(' '), ...typeRoots, file, ...globSync(join(fixtures, '*.d.ts'))];
  const printed = await run(compiler, { args, folder });
  return printed.split('\n').flatMap((line) => parseLine(line, relative(folder, file)));
}

/** The compiler itself: its launcher would be one more process, which outlives a time-out. */
async function findCompiler(modules: string): Promise<string | undefined> {
  const locator = join(modules, 'typescript/lib/getExePath.js');
  try {
    const { default: getExePath }: { default: () => string } = await import(
      pathToFileURL(locator).href
    );
    return getExePath();
  } catch {
    return undefined;
  }
}

/** What the compiler prints; it gives way to the candidate process and ends with the judge. */
function run(
  compiler: string,
  { args, folder }: { args: string[]; folder: string },
): Promise<string> {
  return new Promise((resolve) => {
    const [program = '', ...words] = tether([compiler, ...args]);
    const child = execFile(
      program,
      words,
      { cwd: folder, timeout: limitMs, killSignal: 'SIGKILL' },
      (_error, stdout) => {
        process.off('exit', kill);
        resolve(stdout);
      },
    );
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  });
}

function parseLine(text: string, name: string): TypeError[] {
  if (!text.startsWith(`${name}(`)) return [];
  const match = /^\((\d+),(\d+)\): error (.*)$/.exec(text.slice(name.length));
  return match
    ? [{ line: Number(match[1]), column: Number(match[2]), message: match[3] ?? '' }]
    : [];
}
