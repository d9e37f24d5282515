// A drill as a person runs it: through a pipe or at a terminal, with a history of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, vi } from 'vitest';
import { History } from '#judge/history/history.ts';
import { cliPath, root } from './cli.ts';

const folders: string[] = [];
const started: ChildProcess[] = [];
/** The history of one test. */
export let home: string;

beforeEach(() => {
  home = newFolder();
  vi.stubEnv('JUDGE_HOME', home);
});
afterAll(() => {
  for (const { pid } of started) kill(pid);
  for (const folder of folders) rmSync(folder, { recursive: true });
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'judge-drill-'));
  folders.push(folder);
  return folder;
}

/** Runs `drill` with the answer in a pipe. */
export function drill(args: readonly string[], input: string, env: Record<string, string> = {}) {
  return piped(['drill', ...args], input, env);
}

/** Runs a command with something in a pipe. */
export async function piped(
  args: readonly string[],
  input: string,
  env: Record<string, string> = {},
) {
  const child = start(args, env);
  child.stdin?.end(input);
  return ended(child);
}

export function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [cliPath, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', JUDGE_HOME: home, ...env },
  });
  started.push(child);
  return child;
}

/** At a terminal of 80 columns: `script` makes one, and hands on what is typed. */
export function startAtTerminal(
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  const pidFile = join(home, 'pid');
  const command = `echo $$ > '${pidFile}'; stty cols 80 rows 24; exec '${process.execPath}' '${cliPath}' ${args.join(' ')}`;
  const shell =
    process.platform === 'darwin'
      ? ['-q', '/dev/null', 'sh', '-c', command]
      : ['-qefc', command, '/dev/null'];
  const child = spawn('script', shell, {
    cwd: root,
    env: {
      ...process.env,
      SHELL: '/bin/sh',
      NO_COLOR: '1',
      TERM: 'xterm',
      JUDGE_HOME: home,
      ...env,
    },
  });
  started.push(child);
  return child;
}

async function ended(child: ChildProcess) {
  const stdout = read(child.stdout);
  const stderr = read(child.stderr);
  const [exitCode]: unknown[] = await once(child, 'close');
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

export function read(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

/** Waits until something is true of the world outside. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (isSo()) return;
    await sleep(100);
  }
  throw new Error('it did not happen in 30 s');
}

export function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

export function reviews(id: string) {
  using history = new History(root);
  return history.list('review', id).map(({ data }) => data);
}

export function draft(id: string): string | undefined {
  using history = new History(root);
  return history.draft(`drill/${id}`);
}

/** Leaves a text as if it had been typed before. */
export function keep(id: string, text: string): void {
  using history = new History(root);
  history.saveDraft(`drill/${id}`, text);
}

/** Ends the judge that was started at a terminal as a crash would. */
export function killJudge(): void {
  kill(Number(readFileSync(join(home, 'pid'), 'utf8')));
}
