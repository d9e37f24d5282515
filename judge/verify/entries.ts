// Whether a package has all its entries, nothing else beside them, and enough solutions, each
// filed and headed as it must be.
import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Bench, CheckResult, Finding } from './check.ts';
import {
  readHeader,
  readSolutions,
  solutionFolders,
  verdictOfFolder,
  type Solution,
} from './solutions.ts';

const leastAccepted = 3;
const leastWrong = 8;

export function checkEntries(problem: Problem, { root }: Pick<Bench, 'root'>): CheckResult {
  const entries = listEntries(root, problem.slug);
  const solutions = readSolutions(problem);
  const accepted = solutions.filter(({ folder }) => folder === 'accepted');
  const wrong = solutions.length - accepted.length;
  const missing = findMissing(entries, problem.slug);
  return {
    summary: `${entries.length} files; ${accepted.length} accepted and ${wrong} wrong solutions`,
    blocksOthers: missing.length > 0,
    findings: [
      ...missing,
      ...findStrays(entries, { slug: problem.slug, imported: importedBySuite(problem) }),
      ...findThinness(solutions, problem.slug),
      ...solutions.flatMap((solution) => findBadHeader(solution, { problem, root })),
      ...entries.flatMap((entry) => findTodo(entry, root)),
    ],
  };
}

/** All files of a package, below the root. */
function listEntries(root: string, slug: string): string[] {
  const patterns = [
    `problems/coding/${slug}/**/*`,
    `starters/${slug}.*`,
    `fixtures/${slug}/**/*`,
    `solutions/${slug}/**/*`,
  ];
  return globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

const ownFiles = [
  'problem.json',
  'statement.md',
  'sample.test.ts',
  'hidden.test.ts',
  'generate.ts',
];
const furtherFiles = ['ask.ts', 'certificate.json', 'equivalent-mutants.json'];

function findMissing(entries: readonly string[], slug: string): Finding[] {
  const wanted = [
    ...ownFiles.map((name) => `problems/coding/${slug}/${name}`),
    `starters/${slug}.ts`,
    `fixtures/${slug}/README.md`,
    `solutions/${slug}/accepted/reference.ts`,
  ];
  return wanted
    .filter((path) => !entries.includes(path))
    .map((path) => ({
      what: 'the file is missing',
      where: path,
      next: 'Write it; "npm run judge new <slug>" shows what each file of a package looks like.',
    }));
}

function findStrays(
  entries: readonly string[],
  { slug, imported }: { slug: string; imported: readonly string[] },
): Finding[] {
  const own = [...ownFiles, ...furtherFiles, ...imported].map(
    (name) => `problems/coding/${slug}/${name}`,
  );
  const solution = new RegExp(
    `^solutions/${slug}/(${solutionFolders.join('|')})/[A-Za-z][\\w-]*\\.ts$`,
  );
  return entries
    .filter((path) => !own.includes(path) && path !== `starters/${slug}.ts`)
    .filter((path) => !path.startsWith(`fixtures/${slug}/`) && !solution.test(path))
    .map((path) => ({
      what: 'the file is no part of a package',
      where: path,
      next: `Remove it. Solutions lie in one of ${solutionFolders.join(', ')}.`,
    }));
}

/** Files of the package's folder that its suites import. */
function importedBySuite({ paths }: Problem): string[] {
  return [paths.hiddenSuite, paths.sampleSuite, paths.generator].flatMap((path) =>
    [...readOrEmpty(path).matchAll(/from\s+'\.\/([\w-]+\.ts)'/g)].map(([, name = '']) => name),
  );
}

function findThinness(solutions: readonly Solution[], slug: string): Finding[] {
  const accepted = solutions.filter(({ folder }) => folder === 'accepted');
  const wrong = solutions.length - accepted.length;
  const where = `solutions/${slug}/`;
  const findings: Finding[] = [];
  if (accepted.length < leastAccepted) {
    findings.push({
      what: `accepted solutions: ${accepted.length}, of at least ${leastAccepted}`,
      where: `${where}accepted/`,
      next: 'Add solutions in other styles: other libraries, async, classes, plain loops.',
    });
  }
  if (!accepted.some(({ source }) => writtenOf(source) === 'blind from the statement')) {
    findings.push({
      what: 'no accepted solution was written from the statement alone',
      where: `${where}accepted/`,
      next: 'Let someone who has not seen the suite solve the problem, and file the solve as it is.',
    });
  }
  if (wrong < leastWrong) {
    findings.push({
      what: `wrong solutions: ${wrong}, of at least ${leastWrong}`,
      where,
      next: 'Add one a mistake that candidates make, filed under the verdict it must get.',
    });
  }
  return findings;
}

const waysOfWriting = ['blind from the statement', 'by the author'] as const;

/** How an accepted solution came about, by its header. */
export function writtenOf(source: string): (typeof waysOfWriting)[number] | undefined {
  const said = /^\/\/ Written: (.*)$/m.exec(source)?.[1]?.replace(/[.,;:].*$/, '');
  return waysOfWriting.find((way) => way === said);
}

function findBadHeader(
  { folder, path, source }: Solution,
  { problem, root }: { problem: Problem; root: string },
): Finding[] {
  const where = relative(root, path);
  if (folder === 'accepted') {
    if (writtenOf(source) !== undefined) return [];
    const next = `Begin the file with "// Written: ${waysOfWriting.join('" or "// Written: ')}".`;
    return [{ what: 'the header does not say how the solution was written', where, next }];
  }
  const ids = problem.manifest.subtasks.map(({ id }) => id);
  const loses = readHeader(source, 'Loses');
  const mayLose = readHeader(source, 'May lose');
  const next = `Head it with "// Loses: <ids>" and, where a seed decides, "// May lose: <ids>"; ids are ${ids.join(', ')}.`;
  const unknown = [...loses, ...mayLose].filter((id) => !ids.includes(id));
  const both = loses.filter((id) => mayLose.includes(id));
  const findings: string[] = [];
  if (loses.length === 0) findings.push('the header does not say which subtasks it loses');
  if (unknown.length > 0)
    findings.push(`the header names ${unknown.join(', ')}, which is no subtask`);
  if (both.length > 0) findings.push(`the header names ${both.join(', ')} twice`);
  if (verdictOfFolder(folder) === undefined) findings.push(`"${folder}" is the name of no verdict`);
  return findings.map((what) => ({ what, where, next }));
}

/** Data is not searched, and what the functions of a starter throw is its purpose. */
function findTodo(path: string, root: string): Finding[] {
  if (path.startsWith('fixtures/') && !path.endsWith('.md')) return [];
  const isStarter = path.startsWith('starters/');
  const line = readOrEmpty(join(root, path))
    .split('\n')
    .findIndex((text) => text.includes('TODO') && !(isStarter && /[`'"]TODO/.test(text)));
  if (line < 0) return [];
  const next = 'Do what the TODO says and remove it.';
  return [{ what: 'something is left to do', where: `${path}:${line + 1}`, next }];
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
