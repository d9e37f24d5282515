// Reads a text of several lines from a person: at a terminal, through a pipe, or in an editor.
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { editFile, findEditor } from '../editor.ts';
import { Cancelled, UsageError } from '../errors.ts';
import { continued, type Draft } from './draft.ts';

/** What was handed in, or that the person stopped; what was typed is in the draft either way. */
export type Typed = { kind: 'handedIn'; text: string } | { kind: 'stopped' };

const maxChars = 100_000;
/** Lines that come so soon after an empty one were pasted: the text goes on. */
const pasteMs = 50;

/** Reads lines at a terminal, one after another; what is typed ahead waits for the next question. */
export class Terminal implements Disposable {
  #editor: Interface | undefined;
  #ahead: string[] = [];
  #take: ((line: string | undefined) => void) | undefined;
  /** Of the work that is under way, which Ctrl-C is about. */
  #ending: AbortController | undefined;
  #isStopped = false;
  #isAtEnd = false;
  /** What stood on the line when Ctrl-C came. */
  #unfinished = '';

  /**
   * The next line, which begins with `begun`; `undefined` for Ctrl-D, Ctrl-C, the end of a pipe, and
   * `interrupt`.
   */
  readLine(question: string, begun = ''): Promise<string | undefined> {
    const line = this.#ahead.shift();
    if (line !== undefined) return Promise.resolve(`${begun}${line}`);
    if (this.#isStopped || this.#isAtEnd) return Promise.resolve(undefined);
    const editor = (this.#editor ??= this.#open());
    editor.setPrompt(question);
    editor.prompt();
    if (begun !== '') {
      // Before what was typed meanwhile.
      editor.write(null, { ctrl: true, name: 'a' });
      editor.write(begun);
      editor.write(null, { ctrl: true, name: 'e' });
    }
    return new Promise((resolve) => (this.#take = resolve));
  }

  /** Whether the pipe has ended, and every line of it was read. */
  get isAtEnd(): boolean {
    return this.#isAtEnd && this.#ahead.length === 0;
  }

  /** Nobody waits any more for the line that is being read: what stands on it is dropped. */
  interrupt(): void {
    if (this.#take === undefined) return;
    if (process.stdin.isTTY) {
      this.#editor?.write(null, { ctrl: true, name: 'e' });
      this.#editor?.write(null, { ctrl: true, name: 'u' });
    }
    process.stdout.write('\n');
    this.#give(undefined);
  }

  /** Does some work. Ctrl-C ends that by its signal, with `Cancelled`, and not the terminal. */
  async during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const ending = new AbortController();
    this.#ending = ending;
    try {
      return await work(ending.signal);
    } finally {
      this.#ending = undefined;
    }
  }

  /** Prints a text above the line that is being typed, which stays. */
  say(text: string): void {
    const editor = this.#editor;
    if (editor === undefined) return void process.stdout.write(text);
    // The prompt is drawn again so many rows higher as the typed line has.
    process.stdout.write(`\n${text}${'\n'.repeat(editor.getCursorPos().rows)}`);
    editor.prompt(true);
  }

  /**
   * Lines after those of the draft, until an empty one, or one that is `end` where that is given, or
   * Ctrl-D. Each key goes into the draft. With `reopens` its last line, which may be half a one,
   * stands there to be gone on with.
   */
  async typeText(
    draft: Pick<Draft, 'text' | 'save'>,
    { end, reopens = false }: { end?: string; reopens?: boolean } = {},
  ): Promise<Typed> {
    const lines = draft.text === '' ? [] : draft.text.split('\n');
    const save = (): void => draft.save([...lines, this.#editor?.line ?? ''].join('\n').trim());
    let saving: NodeJS.Immediate | undefined;
    // After readline has taken the key; once for all keys of a paste.
    const onKey = (): void => void (saving ??= setImmediate(() => (save(), (saving = undefined))));
    process.stdin.on('keypress', onKey);
    const canEdit = reopens && process.stdin.isTTY && !this.#isStopped;
    for (let open = canEdit ? lines.pop() : undefined; ; open = undefined) {
      const line = await this.readLine('', open);
      if (line === undefined || (await this.#isEnd(line, end))) break;
      lines.push(line);
      // Without a keyboard there are no keys to save after.
      if (!process.stdin.isTTY) save();
    }
    process.stdin.off('keypress', onKey);
    clearImmediate(saving);
    draft.save([...lines, this.#unfinished].join('\n').trim());
    return this.#isStopped ? { kind: 'stopped' } : { kind: 'handedIn', text: draft.text };
  }

  [Symbol.dispose](): void {
    this.#editor?.close();
  }

  #open(): Interface {
    const editor = createInterface({
      input: process.stdin,
      output: process.stdout,
      historySize: 0,
    });
    editor.on('line', (line) => this.#give(line));
    editor.on('SIGINT', () => {
      if (this.#ending !== undefined) return this.#ending.abort(new Cancelled());
      this.#isStopped = true;
      this.#unfinished = editor.line;
      editor.close();
    });
    editor.on('close', () => {
      this.#editor = undefined;
      this.#isAtEnd = !process.stdin.isTTY;
      this.#give(undefined);
    });
    return editor;
  }

  #give(line: string | undefined): void {
    const take = this.#take;
    this.#take = undefined;
    if (take !== undefined) take(line);
    else if (line !== undefined) this.#ahead.push(line);
  }

  async #isEnd(line: string, end: string | undefined): Promise<boolean> {
    if (end !== undefined) return line.trim() === end;
    return line.trim() === '' && !(await this.#isPasting());
  }

  /** Whether an empty line belongs to a paste; a pipe has none. */
  async #isPasting(): Promise<boolean> {
    if (!process.stdin.isTTY) return false;
    await sleep(pasteMs);
    return this.#ahead.length > 0;
  }
}

/** Whether what was kept is gone on with; `undefined` where the person leaves. */
export async function askToGoOn(terminal: Terminal): Promise<boolean | undefined> {
  for (;;) {
    const reply = await terminal.readLine('Go on with it? [Enter: yes, n: anew] ');
    if (reply === undefined) return undefined;
    if (/^\s*(y|yes)?\s*$/i.test(reply)) return true;
    if (/^\s*no?\s*$/i.test(reply)) return false;
    process.stdout.write(`"${reply.trim()}" is none of these.\n`);
  }
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
  const editor = findEditor();
  if (editor === undefined)
    throw new UsageError(
      'EDITOR is not set. Set it, for instance: export EDITOR="code --wait", or leave --editor out.',
    );
  draft.giveFile(comment);
  const hasEndedWell = editFile(editor, draft.path);
  draft.takeFile();
  if (hasEndedWell) return { kind: 'handedIn', text: draft.text };
  throw new UsageError(
    `The editor "${editor}" ended with an error. What it saved is kept; nothing is recorded.`,
  );
}
