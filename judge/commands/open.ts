import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { messageOf, UsageError } from '../errors.ts';
import type { Ending, Invocation } from './command.ts';
import { findEditor, openFile, openFiles } from '../editor.ts';
import { wordsOrSession } from './sitting.ts';
import { chooseFile, chooseProblem } from './workspace.ts';

/** Opens the statement and the workspace file, made from the starter where absent, in the person's editor. */
export async function open({ root, words }: Invocation): Promise<Ending> {
  const problem = chooseProblem(wordsOrSession(words, root), { root, verb: 'open' });
  const afterwards = `run "npm run judge ${problem.slug}"`;
  const { path: working, news } = chooseFile(problem, { root, file: undefined, afterwards });
  if (news !== undefined) process.stdout.write(`${news}\n`);
  const reading = problem.paths.statement;
  const files = `${relative(root, working)} (your file) and ${relative(root, reading)} (the task)`;
  const editor = findEditor();
  if (editor === undefined)
    throw new UsageError(
      `No editor is set, so open these yourself: ${files}. To have them opened, set EDITOR, for instance: export EDITOR="code --wait"`,
    );
  if (openFiles(editor, { reading, working, line: firstExport(working) })) return 'done';
  throw new UsageError(
    `The editor "${editor}" did not end well. Is it installed? The files are ${files}.`,
  );
}

/** Opens the working file while the judge goes on. Throws a `UsageError` where no editor does. */
export async function openBeside(working: string): Promise<void> {
  const editor = findEditor();
  if (editor === undefined)
    throw new UsageError(`No editor is set, so open ${working} yourself, or set EDITOR.`);
  if (!(await openFile(editor, working)))
    throw new UsageError(`The editor "${editor}" did not end well. Is it installed?`);
}

/** The line of the first export, from 1; 1 where there is none. */
function firstExport(path: string): number {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return (
      Math.max(
        0,
        lines.findIndex((line) => /^export\b/.test(line)),
      ) + 1
    );
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`);
  }
}
