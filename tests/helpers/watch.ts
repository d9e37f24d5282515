// `judge watch`, or another command that waits, as a person runs it: beside an editor, through a pipe or at a terminal.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cliPath, root } from './cli.ts';
import type { Tree } from './workspace.ts';

/** Long enough for a machine that is busy with other things. */
const patienceMs = 60_000;

export class Watcher {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  readonly text: () => string;

  private constructor(child: ChildProcess) {
    this.child = child;
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    this.text = () => text;
  }

  /** Its output is a pipe, or a terminal of 80 columns. */
  static start(
    tree: Tree,
    slug: string,
    {
      verb = 'watch',
      atTerminal = false,
      args = [],
    }: { verb?: 'watch' | 'start' | 'redo'; atTerminal?: boolean; args?: readonly string[] } = {},
  ): Watcher {
    mkdirSync(join(tree.root, 'tmp'), { recursive: true });
    const words = [cliPath, verb, slug, '--root', tree.root, ...args];
    const env = {
      ...process.env,
      NO_COLOR: '1',
      TERM: 'xterm',
      SHELL: '/bin/sh',
      TMPDIR: join(tree.root, 'tmp'),
      ...tree.env,
    };
    if (!atTerminal) return new Watcher(spawn(process.execPath, words, { cwd: root, env }));
    const pid = join(tree.root, 'pid');
    const line = `echo $$ > '${pid}'; stty cols 80 rows 24; exec '${process.execPath}' ${words.map((word) => `'${word}'`).join(' ')}`;
    const shell =
      process.platform === 'darwin'
        ? ['-q', '/dev/null', 'sh', '-c', line]
        : ['-qefc', line, '/dev/null'];
    return new Watcher(spawn('script', shell, { cwd: root, env }));
  }

  /** How many verdicts it has shown. */
  get verdicts(): number {
    return this.scores.length;
  }

  /** The scores that it has shown, first to last. */
  get scores(): number[] {
    const found = this.text().matchAll(/^(?:score: |SCORE +)(\d+)/gm);
    return [...found].map(([, points]) => Number(points));
  }

  /** Waits until it has shown so many verdicts and waits itself. */
  async verdict(count: number): Promise<void> {
    await this.until(() => this.verdicts >= count && this.#isWaiting());
  }

  async says(pattern: RegExp): Promise<void> {
    await this.until(() => pattern.test(this.text()));
  }

  async until(isSo: () => boolean): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!isSo()) {
      if (Date.now() > deadline) throw new Error(`it did not happen:\n${this.text()}`);
      if (this.child.exitCode !== null) throw new Error(`it has ended:\n${this.text()}`);
      await sleep(20);
    }
  }

  press(keys: string): void {
    this.child.stdin?.write(keys);
  }

  /** Ends it by a signal, or waits for its end; answers the exit code or the signal. */
  async ended(signal?: NodeJS.Signals): Promise<unknown> {
    const closed = once(this.child, 'close');
    if (signal !== undefined) this.child.kill(signal);
    const [code, by]: unknown[] = await closed;
    return code ?? by;
  }

  /** Ends one at a terminal as a crash would. */
  killAtTerminal(tree: Tree): void {
    process.kill(Number(readFileSync(join(tree.root, 'pid'), 'utf8')), 'SIGKILL');
  }

  #isWaiting(): boolean {
    const text = this.text();
    const waits = Math.max(text.lastIndexOf('Waiting for'), text.lastIndexOf('waiting for'));
    return waits > Math.max(text.lastIndexOf('score: '), text.lastIndexOf('SCORE '));
  }
}
