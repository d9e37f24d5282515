import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { messageOf, UsageError } from '../errors.ts';
import type { Problem, ProblemPaths } from '../model/problem.ts';
import { loadProblem } from '../problem/load.ts';
import { localMinute } from '../reporters/layout.ts';

/** For editors: completes and checks types in workspace/, without our own lint rules. */
const editorConfig = {
  compilerOptions: {
    target: 'esnext',
    lib: ['esnext'],
    module: 'nodenext',
    types: ['node'],
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
  },
  include: ['./**/*.ts', '../fixtures/**/*.d.ts'],
};

/** The one problem that the words after a verb name. */
export function chooseProblem(
  [slug, ...rest]: readonly string[],
  { root, verb }: { root: string; verb: string },
): Problem {
  if (slug === undefined)
    throw new UsageError(`Say which problem, for instance: npm run judge ${verb} iris`);
  if (rest.length > 0)
    throw new UsageError(
      `Too many words: "${rest.join(' ')}". Options come after --; all of them: npm run judge -- --help`,
    );
  return loadProblem(root, slug);
}

/**
 * The file to judge: the one named, or the workspace copy, made from the starter where absent. `afterwards`
 * is what the person is told to do once that is edited.
 */
export function chooseFile(
  { paths }: Problem,
  { root, file, afterwards }: { root: string; file: string | undefined; afterwards: string },
): { path: string; news?: string } {
  if (file !== undefined) return { path: resolveTyped(file) };
  const isMade = inWorkspace({ root, paths }, () => {
    if (existsSync(paths.workspace)) return false;
    copyFileSync(paths.starter, paths.workspace, constants.COPYFILE_EXCL);
    return true;
  });
  if (!isMade) return { path: paths.workspace };
  const news = [
    `Made ${relative(root, paths.workspace)} from the starter. The task: ${relative(root, paths.statement)}`,
    `Edit the file, then ${afterwards}.`,
  ];
  return { path: paths.workspace, news: news.join('\n') };
}

/** A path as a person typed it: npm runs scripts in the project's folder, INIT_CWD is theirs. */
export function resolveTyped(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/**
 * Puts the starter in the place of the workspace file. What stood there is kept in `workspace/old/`,
 * whose path comes back; nothing is kept of a file that is the starter still.
 */
export function renewFile({ slug, paths }: Problem, root: string): string | undefined {
  return inWorkspace({ root, paths }, () => {
    let kept: string | undefined;
    if (existsSync(paths.workspace) && !isSameFile(paths.workspace, paths.starter)) {
      const folder = join(dirname(paths.workspace), 'old');
      mkdirSync(folder, { recursive: true });
      const minute = localMinute(new Date()).replace(' ', '-').replace(':', '');
      kept = freeName(join(folder, `${slug}-${minute}`));
      renameSync(paths.workspace, kept);
    }
    copyFileSync(paths.starter, paths.workspace);
    return kept && relative(root, kept);
  });
}

/** Does something in the workspace folder, made where it is absent; a failure is told by its place. */
function inWorkspace<T>({ root, paths }: { root: string; paths: ProblemPaths }, work: () => T): T {
  const folder = dirname(paths.workspace);
  try {
    mkdirSync(folder, { recursive: true });
    const config = join(folder, 'tsconfig.json');
    if (!existsSync(config)) writeFileSync(config, `${JSON.stringify(editorConfig, null, 2)}\n`);
    return work();
  } catch (error) {
    throw new UsageError(
      `${relative(root, paths.workspace)} cannot be made from the starter: ${messageOf(error)}`,
    );
  }
}

function isSameFile(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other));
}

function freeName(stem: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.ts` : `${stem}-${count}.ts`;
    if (!existsSync(name)) return name;
  }
}
