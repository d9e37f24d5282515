// TRUSTED SIDE. Runs the compiler over the submission's text; advice only, never a verdict.
import { execFile } from 'node:child_process';
import { globSync, readFileSync, realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JudgeError } from '../errors.ts';
import { tether } from '../leftovers/tether.ts';
import type { TypeError } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { isInside, projectRoot } from '../problem/locate.ts';

/** Type-level loops must not keep the person waiting. */
const adviceLimitMs = 3_000;
const proofLimitMs = 60_000;

const options =
  '--ignoreConfig --noEmit --pretty false --strict --skipLibCheck --target esnext --lib esnext --module nodenext --types node --allowImportingTsExtensions --erasableSyntaxOnly';

/**
 * Type errors in the submission's file, as `tsc` reports them, with the declarations that the
 * fixtures ship. None for a file outside of the project, where the compiler does not find its
 * packages, none for one that was saved with another text since or that has the compiler read what
 * is hidden, and when the compiler is absent, fails or takes too long.
 */
export async function findTypeErrors(
  { path: file, source }: Submission,
  { fixtures }: { fixtures: string },
): Promise<TypeError[]> {
  if (!isInside(file, projectRoot) || !holds(file, source)) return [];
  const compiler = await findCompiler();
  if (compiler === undefined) return [];
  const folder = dirname(file);
  const args = argumentsFor([file, ...globSync(join(fixtures, '*.d.ts'))]);
  const listing = [...args, '--listFiles'];
  const { printed } = await run(compiler, { args: listing, folder, limitMs: adviceLimitMs });
  const lines = printed.split('\n');
  if (!areOpen(lines.filter(isAbsolute), file)) return [];
  return lines.flatMap((line) => parseLine(line, relative(folder, file)));
}

const hiddenTrees = ['problems', 'solutions', 'judge', 'tests'].map((tree) =>
  join(projectRoot, tree),
);

/**
 * Whether the files that the compiler says it has read are open to the submission: its messages
 * name the types and values of what an import or a reference leads to. False when it says nothing.
 */
function areOpen(paths: readonly string[], file: string): boolean {
  const beside = realPath(dirname(file));
  return (
    paths.length > 0 &&
    paths.every((path) => {
      const real = realPath(path);
      return isInside(real, beside) || !hiddenTrees.some((tree) => isInside(real, tree));
    })
  );
}

/** Links lead where they lead. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // removed since
  }
}

/**
 * All errors that the compiler finds in `files`, each as `<path below folder>(line,column): error …`.
 * Throws a `JudgeError` when it is absent or does not come to its end.
 */
export async function compile(files: readonly string[], folder: string): Promise<string[]> {
  const compiler = await findCompiler();
  if (compiler === undefined)
    throw new JudgeError('The TypeScript compiler is not installed. Run "npm ci", then try again.');
  const args = argumentsFor(files);
  const { printed, hasEnded } = await run(compiler, { args, folder, limitMs: proofLimitMs });
  if (!hasEnded) throw new JudgeError(`The TypeScript compiler did not end: ${printed}`);
  return printed.split('\n').filter((line) => line.includes('error TS'));
}

function argumentsFor(files: readonly string[]): string[] {
  const typeRoots = join(projectRoot, 'node_modules/@types');
  return [...options.split(' '), '--typeRoots', typeRoots, ...files];
}

/** The compiler itself: its launcher would be one more process, which outlives a time-out. */
async function findCompiler(): Promise<string | undefined> {
  const locator = join(projectRoot, 'node_modules/typescript/lib/getExePath.js');
  try {
    const { default: getExePath }: { default: () => string } = await import(
      pathToFileURL(locator).href
    );
    return getExePath();
  } catch {
    return undefined;
  }
}

/** The compiler, written in Go, collects garbage more rarely: a quarter less CPU time, a tenth more memory. */
const rareCollection = { GOGC: '400' };

/** What the compiler prints; it gives way to the candidate process and ends with the judge. */
function run(
  compiler: string,
  { args, folder, limitMs }: { args: string[]; folder: string; limitMs: number },
): Promise<{ printed: string; hasEnded: boolean }> {
  return new Promise((resolve) => {
    const [program = '', ...words] = tether([compiler, ...args]);
    const child = execFile(
      program,
      words,
      {
        cwd: folder,
        env: { ...process.env, ...rareCollection },
        timeout: limitMs,
        killSignal: 'SIGKILL',
      },
      (error, stdout) => {
        process.off('exit', kill);
        resolve({ printed: stdout, hasEnded: typeof (error?.code ?? 0) === 'number' });
      },
    );
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
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
