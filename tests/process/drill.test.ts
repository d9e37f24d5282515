import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { History } from '#judge/history/history.ts';
import { cliPath, root, runCli } from '../helpers/cli.ts';

const folders: string[] = [];
const started: ChildProcess[] = [];
/** The history of one test. */
let home: string;

beforeEach(() => {
  home = newFolder();
  vi.stubEnv('JUDGE_HOME', home);
});
afterAll(() => {
  for (const { pid } of started) kill(pid);
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'judge-drill-'));
  folders.push(folder);
  return folder;
}

const answer =
  'Lasso adds absolute values and sets some weights to exactly zero. Ridge adds squares and shrinks all weights but not to zero.';

/** Runs `drill` with the answer in a pipe. */
async function drill(args: readonly string[], input: string, env: Record<string, string> = {}) {
  const child = start(['drill', ...args], env);
  child.stdin?.end(input);
  return ended(child);
}

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [cliPath, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', JUDGE_HOME: home, ...env },
  });
  started.push(child);
  return child;
}

/** At a terminal of 80 columns: `script` makes one, and hands on what is typed. */
function startAtTerminal(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
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

function read(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

/** Waits until something is true of the world outside. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (isSo()) return;
    await sleep(100);
  }
  throw new Error('it did not happen in 30 s');
}

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function reviews(id: string) {
  using history = new History(root);
  return history.list('review', id).map(({ data }) => data);
}

function draft(id: string): string | undefined {
  using history = new History(root);
  return history.draft(`drill/${id}`);
}

describe('an answer through a pipe', () => {
  test('comes first, then what was found in its own words, the checklist, the key, both scores', async () => {
    const { exitCode, stdout } = await drill(['l1-l2', '--ticks', '3 4', '--plain'], answer);
    expect(exitCode).toBe(0);
    const parts = [
      'Compare L1 and L2 regularisation',
      'found: 3. "Lasso adds absolute values and sets some weights to exactly zero"',
      '3, critical: L1 drives some weights to exactly zero',
      'answer: Both add a penalty',
      'often said: ',
      'follow-up: ',
      'source: ',
      'self: 35 of 100   2 of 9 points',
      'matched: 59 of 100   4 of 9 points',
      'next: rated again; it comes again on ',
    ];
    const places = parts.map((part) => stdout.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(stdout).not.toMatch(/[─│┌█-]{5}/);
  });

  test('is recorded with both scores apart, and its draft is gone', async () => {
    await drill(['l1-l2', '--ticks', 'all'], answer);
    expect(reviews('l1-l2')).toMatchObject([
      { answer, self: { score: 100 }, matched: { score: 59 }, rating: 'easy' },
    ]);
    expect(draft('l1-l2')).toBeUndefined();
  });

  test('without ticks is scheduled by the matcher where that is trusted, else not at all', async () => {
    await drill(['l1-l2'], answer);
    expect(reviews('l1-l2')[0]).toMatchObject({ rating: 'hard' });
    const { stdout } = await drill(['precision-recall-f1'], 'Precision is TP / (TP + FP).');
    expect(stdout).toMatch(/only suggests/);
    expect(stdout).toMatch(/Matched +no score; suggested 1 of 9/);
    expect(stdout).toMatch(/not scheduled/);
    expect(reviews('precision-recall-f1')[0]?.rating).toBeUndefined();
  });

  test('says what it takes for the opposite and for a list of keywords', async () => {
    const { stdout } = await drill(
      ['l1-l2', '--plain'],
      'L1 does not set weights to zero. ridge, squared, shrinkage, elastic net, lambda, alpha, scaling, lasso.',
    );
    expect(stdout).toContain('opposite?: 3. "L1 does not set weights to zero"');
    expect(stdout).toContain('scaling, lasso" reads as a list of keywords');
  });

  test('is found again by the next `drill`: a new question comes, the answered one is listed with its day', async () => {
    const first = await drill(['--ticks', 'all'], 'Bias is underfitting.');
    expect(first.stdout).toMatch(/^Core ML 1 /);
    expect((await drill(['--ticks', 'all'], answer)).stdout).toMatch(/^Core ML 2 /);
    expect((await drill(['llm', '--ticks', 'all'], 'x y')).stdout).toMatch(/^LLM and GenAI 1 /);
    const { stdout } = await runCli(['drill', 'list'], { JUDGE_HOME: home });
    expect(stdout).toMatch(/bias-variance +20\d\d-\d\d-\d\d +Bias/);
    expect(stdout).toMatch(/pca +new /);
    expect((await drill(['due'], '')).stdout).toMatch(
      /Nothing is due today\. The next is due on 20/,
    );
  });
});

describe('what was typed is there again after kill -9', () => {
  test('in a pipe', async () => {
    const child = start(['drill', 'pca']);
    child.stdin?.write('PCA finds directions of ');
    await until(() => draft('pca') === 'PCA finds directions of');
    child.kill('SIGKILL');
    await once(child, 'close');
    const { stdout } = await drill(['pca', '--ticks', 'none'], 'maximum variance.');
    expect(stdout).toContain('Kept from before (4 words):\nPCA finds directions of');
    expect(reviews('pca')[0]?.answer).toBe('PCA finds directions of\nmaximum variance.');
  });

  test('at a terminal, in the middle of a line', async () => {
    const child = startAtTerminal(['drill', 'pca']);
    const screen = read(child.stdout);
    await until(() => screen().includes('hands it in'));
    child.stdin?.write('PCA finds directions of maximum variance.\r');
    child.stdin?.write('Then one proj');
    const typed = 'PCA finds directions of maximum variance.\nThen one proj';
    await until(() => draft('pca') === typed);
    kill(Number(readFileSync(join(home, 'pid'), 'utf8')));
    await once(child, 'close');
    expect(reviews('pca')).toEqual([]);

    const again = startAtTerminal(['drill', 'pca']);
    const after = read(again.stdout);
    await until(() => after().includes('Go on with it?'));
    expect(after().replaceAll('\r', '')).toContain(typed);
    again.stdin?.write('\r');
    again.stdin?.write('ects onto them.\r\r');
    await until(() => after().includes('Which did you say?'));
    again.stdin?.write('nonsense\r');
    await until(() => after().includes('"nonsense" is none of these'));
    again.stdin?.write('1 3\r');
    const [exitCode]: unknown[] = await once(again, 'close');
    expect(exitCode).toBe(0);
    expect(reviews('pca')).toMatchObject([
      { answer: `${typed}\nects onto them.`, self: { points: ['max-variance', 'projection'] } },
    ]);
  });

  test('in an editor', async () => {
    const slow = join(home, 'slow.sh');
    writeFileSync(slow, 'printf "Saved in the editor." > "$1"; sleep 60', { mode: 0o755 });
    const child = startAtTerminal(['drill', 'pca', '--editor'], { EDITOR: `sh '${slow}'` });
    const file = join(home, 'drafts/drill-pca.md');
    await until(() => existsSync(file) && readFileSync(file, 'utf8') === 'Saved in the editor.');
    kill(Number(readFileSync(join(home, 'pid'), 'utf8')));
    kill(child.pid);
    await once(child, 'close');
    const { stdout } = await drill(['pca', '--ticks', 'none'], '');
    expect(stdout).toContain('Kept from before (4 words):\nSaved in the editor.');
    expect(reviews('pca')[0]?.answer).toBe('Saved in the editor.');
  });

  test('and goes on until it is recorded: Ctrl-C at the checklist keeps it', async () => {
    const child = startAtTerminal(['drill', 'pca']);
    const screen = read(child.stdout);
    await until(() => screen().includes('hands it in'));
    child.stdin?.write('It is linear.\r\r');
    await until(() => screen().includes('Which did you say?'));
    child.stdin?.write('\u0003');
    const [exitCode]: unknown[] = await once(child, 'close');
    expect(exitCode).toBe(130);
    expect(screen()).toMatch(/Not recorded\. What you typed is kept/);
    expect(draft('pca')).toBe('It is linear.');
    expect(reviews('pca')).toEqual([]);
  });
});

describe('at a terminal', () => {
  test('a pasted answer may have empty lines', async () => {
    const child = startAtTerminal(['drill', 'pca']);
    const screen = read(child.stdout);
    await until(() => screen().includes('hands it in'));
    child.stdin?.write('First paragraph.\r\rSecond paragraph.\r\r');
    await until(() => screen().includes('Which did you say?'));
    child.stdin?.write('none\r');
    await once(child, 'close');
    expect(reviews('pca')[0]?.answer).toBe('First paragraph.\n\nSecond paragraph.');
  });

  test('--fresh and "n" begin anew', async () => {
    await runKept('pca', 'An old thought.');
    const child = startAtTerminal(['drill', 'pca']);
    const screen = read(child.stdout);
    await until(() => screen().includes('Go on with it?'));
    child.stdin?.write('n\r');
    child.stdin?.write('New.\r\r');
    await until(() => screen().includes('Which did you say?'));
    child.stdin?.write('none\r');
    await once(child, 'close');
    expect(reviews('pca')[0]?.answer).toBe('New.');

    await runKept('lora', 'An old thought.');
    await drill(['lora', '--fresh', '--ticks', 'none'], 'New.');
    expect(reviews('lora')[0]?.answer).toBe('New.');
  });
});

async function runKept(id: string, text: string): Promise<void> {
  using history = new History(root);
  history.saveDraft(`drill/${id}`, text);
}

test('an editor gets the question and the kept text, and what it saves is the answer', async () => {
  await runKept('pca', 'It is linear.');
  const editor = join(home, 'editor.sh');
  writeFileSync(editor, `cat "$1" > '${home}/seen'; printf ' And unsupervised.' >> "$1"`);
  const { exitCode } = await drill(['pca', '--editor', '--ticks', 'none'], '', {
    EDITOR: `sh '${editor}'`,
    VISUAL: '',
  });
  expect(exitCode).toBe(0);
  expect(readFileSync(join(home, 'seen'), 'utf8')).toMatch(
    /<!-- Explain PCA.*-->\n\nIt is linear\.$/s,
  );
  expect(reviews('pca')[0]?.answer).toBe('It is linear. And unsupervised.');
  expect(existsSync(join(home, 'drafts/drill-pca.md'))).toBe(false);
});

describe('bad input gets one clear sentence', () => {
  test.each([
    [['pac'], 'x', /There is no question "pac"\. Did you mean "pca"\?/],
    [['pca', 'lora'], 'x', /Too many words: "lora"/],
    [['pca'], ' \n ', /The answer is empty, so nothing is recorded/],
    [['pca', '--ticks', '99'], 'x', /from 1 to 9, or all, or none\. "99" is none of these/],
    [['pca'], 'x'.repeat(100_001), /at most 100000 characters/],
    [['pca', '--seed', '1'], 'x', /"drill" takes no --seed/],
  ])('%j', async (args, input, says) => {
    const { exitCode, stderr } = await drill(args, input);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(reviews('pca')).toEqual([]);
  });

  test('an editor that is not set, is not there, or fails', async () => {
    await runKept('pca', 'Kept.');
    const run = (editor: string) => drill(['pca', '--editor'], '', { EDITOR: editor, VISUAL: '' });
    expect(await run('')).toMatchObject({ exitCode: 2, stderr: /EDITOR is not set/ });
    expect(await run('/nowhere/editor')).toMatchObject({
      exitCode: 2,
      stderr: /ended with an error/,
    });
    expect(await run('false')).toMatchObject({
      exitCode: 2,
      stderr: /"false" ended with an error/,
    });
    expect(draft('pca')).toBe('Kept.');
  });

  test('a broken data file, which stops only what needs it', async () => {
    const tree = newFolder();
    mkdirSync(join(tree, 'problems'));
    cpSync(join(root, 'problems/concepts'), join(tree, 'problems/concepts'), { recursive: true });
    const file = join(tree, 'problems/concepts/ml/pca.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"weight": 3', '"weight": "3"'));
    const broken = await drill(['pca', '--root', tree], 'x');
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toMatch(
      /problems\/concepts\/ml\/pca\.json is broken:\n.*weight.*\n.*restore it with git/s,
    );
    writeFileSync(file, '{');
    expect((await drill(['--root', tree], 'x')).stderr).toMatch(/pca\.json cannot be read: .*JSON/);
    expect((await drill(['lora', '--root', tree, '--ticks', 'all'], 'x')).exitCode).toBe(0);
    rmSync(join(tree, 'problems/concepts/measured.json'));
    const unmeasured = await drill(['lora', '--plain', '--root', tree], 'The base weights are frozen.');
    expect(unmeasured.stdout).toMatch(/never measured here, so it only suggests/);
    const none = await drill(['--root', newFolder()], 'x');
    expect(none).toMatchObject({ exitCode: 2, stderr: /There are no questions/ });
  });
});

test('measuring prints every question with its numbers and says which only suggest', async () => {
  const { exitCode, stdout } = await runCli(['drill', '--measure', '--plain']);
  expect(exitCode).toBe(0);
  expect(
    stdout.match(/: precision [01]\.\d{3}, recall [01]\.\d{3}, kappa [01]\.\d{3}/g),
  ).toHaveLength(22);
  expect(stdout).toMatch(/precision-recall-f1: .*, only suggests/);
});
