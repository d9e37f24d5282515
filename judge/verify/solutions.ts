import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { FaultVerdict } from '../model/verdict.ts';

/** The verdict that the judge must give to what lies in a folder of wrong solutions. */
const verdictOf: Readonly<Record<string, FaultVerdict>> = {
  wrong_answer: 'WA',
  run_time_error: 'RTE',
  time_limit_exceeded: 'TLE',
  memory_limit_exceeded: 'MLE',
  output_limit_exceeded: 'OLE',
  compile_error: 'CE',
};

export const solutionFolders = ['accepted', ...Object.keys(verdictOf)];

/** `undefined` for a folder that stands for no fault. */
export function verdictOfFolder(folder: string): FaultVerdict | undefined {
  return Object.hasOwn(verdictOf, folder) ? verdictOf[folder] : undefined;
}

/** A solution of ours: filed in a folder that says what the judge must make of it. */
export type Solution = { folder: string; name: string; path: string; source: string };

/** Every solution of a problem, sorted by its path. */
export function readSolutions({ paths }: Problem): Solution[] {
  return globSync(join(paths.solutions, '*', '*.ts'))
    .sort()
    .map((path) => ({
      folder: basename(dirname(path)),
      name: `${basename(dirname(path))}/${basename(path)}`,
      path,
      source: readFileSync(path, 'utf8'),
    }));
}

export function readAccepted(problem: Problem): Solution[] {
  return readSolutions(problem).filter(({ folder }) => folder === 'accepted');
}

/** The ids in a header line such as `// Loses: folds, metrics`. */
export function readHeader(source: string, name: 'Loses' | 'May lose'): string[] {
  const line = new RegExp(`^// ${name}: (.*)$`, 'm').exec(source)?.[1] ?? '';
  return line
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
