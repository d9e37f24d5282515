import { constants, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { messageOf, UsageError } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { loadProblem } from '../problem/load.ts';

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
      `Too many words: "${rest.join(' ')}". All commands: npm run judge -- --help`,
    );
  return loadProblem(root, slug);
}

/** The file to judge: the one named, or the workspace copy, made from the starter where absent. */
export function chooseFile(
  { slug, paths }: Problem,
  { root, file }: { root: string; file: string | undefined },
): { path: string; news?: string } {
  // npm runs scripts in the project's folder; INIT_CWD is where the person stands.
  if (file !== undefined) return { path: resolve(process.env['INIT_CWD'] ?? process.cwd(), file) };
  const folder = dirname(paths.workspace);
  try {
    mkdirSync(folder, { recursive: true });
    const config = join(folder, 'tsconfig.json');
    if (!existsSync(config)) writeFileSync(config, `${JSON.stringify(editorConfig, null, 2)}\n`);
    if (existsSync(paths.workspace)) return { path: paths.workspace };
    copyFileSync(paths.starter, paths.workspace, constants.COPYFILE_EXCL);
  } catch (error) {
    throw new UsageError(
      `${relative(root, paths.workspace)} cannot be made from the starter: ${messageOf(error)}`,
    );
  }
  const news = [
    `Made ${relative(root, paths.workspace)} from the starter. The task: ${relative(root, paths.statement)}`,
    `Edit the file, then run "npm run judge ${slug}" again.`,
  ];
  return { path: paths.workspace, news: news.join('\n') };
}
