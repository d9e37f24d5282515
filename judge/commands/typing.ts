// Reads a text of several lines from a person: at a terminal, through a pipe, or in an editor.
import { createInterface, type Interface } from 'node:readline';
import { spawnSync } from 'node:child_process';
import { UsageError } from '../errors.ts';
import { continued, type Draft } from './draft.ts';

/** What was handed in, or that the person stopped; what was typed is in the draft either way. */
export type Typed = { kind: 'handedIn'; text: string } | { kind: 'stopped' };

const maxChars = 100_000;
/** Lines that come so soon after an empty one were pasted: the text goes on. */
const pasteMs = 50;

/** Lines until an empty one or Ctrl-D. With each key the text goes into the draft. */
export function typeAtTerminal(draft: Draft): Promise<Typed> {
  const lines = draft.text === '' ? [] : draft.text.split('\n');
  const editor = createInterface({ input: process.stdin, output: process.stdout, historySize: 0 });
  const save = (): void => draft.save([...lines, editor.line].join('\n').trim());
  let saving: NodeJS.Immediate | undefined;
  let end: NodeJS.Timeout | undefined;
  // After readline has taken the key; once for all keys of a paste.
  const onKey = (): void => {
    saving ??= setImmediate(() => {
      saving = undefined;
      save();
    });
  };
  process.stdin.on('keypress', onKey);
  return new Promise((resolve) => {
    const finish = (typed: Typed): void => {
      clearTimeout(end);
      clearImmediate(saving);
      process.stdin.off('keypress', onKey);
      resolve(typed);
    };
    const handIn = (): void => finish({ kind: 'handedIn', text: lines.join('\n').trim() });
    editor.on('line', (line) => {
      clearTimeout(end);
      lines.push(line);
      if (line.trim() === '') end = setTimeout(() => editor.close(), pasteMs);
    });
    onStop(editor, () => {
      save();
      finish({ kind: 'stopped' });
    });
    editor.on('close', handIn);
  });
}

/** Everything that comes through the pipe, after what was kept. */
export async function typeThroughPipe(draft: Draft): Promise<Typed> {
  const kept = draft.text;
  let typed = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    typed += String(chunk);
    if (typed.length > maxChars)
      throw new UsageError(`An answer has at most ${maxChars} characters. Nothing is recorded.`);
    if (typed.trim() !== '') draft.save(continued(kept, typed).trim());
  }
  return { kind: 'handedIn', text: continued(kept, typed).trim() };
}

/** What the person writes in `$VISUAL` or `$EDITOR`. Throws a `UsageError` where there is none. */
export function typeInEditor(draft: Draft, comment: string): Typed {
  const editor = process.env['VISUAL'] || process.env['EDITOR'];
  if (editor === undefined || editor === '')
    throw new UsageError(
      'EDITOR is not set. Set it, for instance: export EDITOR="code --wait", or leave --editor out.',
    );
  draft.giveFile(comment);
  // Like git: the variable may hold a program with arguments.
  const { status } = spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', draft.path], {
    stdio: 'inherit',
  });
  draft.takeFile();
  if (status === 0) return { kind: 'handedIn', text: draft.text };
  throw new UsageError(
    `The editor "${editor}" ended with an error. What it saved is kept; nothing is recorded.`,
  );
}

/** One line; `undefined` where the person ends or stops instead. */
export function askLine(question: string): Promise<string | undefined> {
  const editor = createInterface({ input: process.stdin, output: process.stdout, historySize: 0 });
  return new Promise((resolve) => {
    onStop(editor, () => resolve(undefined));
    editor.on('close', () => resolve(undefined));
    editor.question(question, (line) => {
      resolve(line);
      editor.close();
    });
  });
}

/** Ctrl-C. */
function onStop(editor: Interface, stop: () => void): void {
  editor.on('SIGINT', () => {
    stop();
    editor.close();
  });
}
