// TRUSTED SIDE. Runs the compiler over the submission's text; advice only, never a verdict.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { JudgeError } from '../errors.ts';
import type { TypeError } from '../model/report.ts';
import { isInside, projectRoot } from '../problem/locate.ts';

/** Type-level loops must not keep the person waiting. */
const adviceLimitMs = 5_000;
const compilerLimitMs = 60_000;

const options =
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
  const files = [file, ...globSync(join(fixtures, '*.d.ts'))];
  const folder = dirname(file);
  return new Promise((resolve) => {
    const settings = { cwd: folder, timeout: adviceLimitMs };
    execFile(process.execPath, compilerArguments(files), settings, (_error, stdout) => {
      resolve(stdout.split('\n').flatMap((line) => parseLine(line, relative(folder, file))));
    });
  });
}

/**
 * All that the compiler says of `files`, as `<path relative to folder>(line,column): error …`.
 * Throws a `JudgeError` when it cannot be run to its end.
 */
export function compile(files: readonly string[], folder: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const settings = { cwd: folder, timeout: compilerLimitMs };
    execFile(process.execPath, compilerArguments(files), settings, (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line.includes('error TS'));
      if (error === null || lines.length > 0) resolve(lines);
      else reject(new JudgeError(`The TypeScript compiler failed: ${stderr || error.message}`));
    });
  });
}

function compilerArguments(files: readonly string[]): string[] {
  const modules = join(projectRoot, 'node_modules');
  const typeRoots = ['--typeRoots', join(modules, '@types')];
  return [join(modules, 'typescript/bin/tsc'), ...options.split(' '), ...typeRoots, ...files];
}

function parseLine(text: string, name: string): TypeError[] {
  if (!text.startsWith(`${name}(`)) return [];
  const match = /^\((\d+),(\d+)\): error (.*)$/.exec(text.slice(name.length));
  return match
    ? [{ line: Number(match[1]), column: Number(match[2]), message: match[3] ?? '' }]
    : [];
}
