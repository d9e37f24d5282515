import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  draft,
  drill,
  home,
  keep,
  kill,
  killJudge,
  read,
  reviews,
  start,
  startAtTerminal,
  until,
} from '../helpers/drill.ts';

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
    killJudge();
    await once(child, 'close');
    expect(reviews('pca')).toEqual([]);

    const again = startAtTerminal(['drill', 'pca']);
    const after = read(again.stdout);
    await until(() => after().includes('Go on with it?'));
    expect(after().replaceAll('\r', '')).toContain(typed);
    again.stdin?.write('x\r');
    await until(() => after().includes('"x" is none of these.'));
    again.stdin?.write('\r');
    // The line that was not finished stands there again.
    await until(() => after().split('Then one proj').length === 3);
    again.stdin?.write('ects onto them.\r\r');
    await until(() => after().includes('Which did you say?'));
    again.stdin?.write('nonsense\r');
    await until(() => after().includes('"nonsense" is none of these'));
    again.stdin?.write('1 3\r');
    const [exitCode]: unknown[] = await once(again, 'close');
    expect(exitCode).toBe(0);
    expect(reviews('pca')).toMatchObject([
      { answer: `${typed}ects onto them.`, self: { points: ['max-variance', 'projection'] } },
    ]);
  });

  test('in an editor', async () => {
    const slow = join(home, 'slow.sh');
    writeFileSync(slow, 'printf "Saved in the editor." > "$1"; sleep 60', { mode: 0o755 });
    const child = startAtTerminal(['drill', 'pca', '--editor'], { EDITOR: `sh '${slow}'` });
    const file = join(home, 'drafts/drill-pca.md');
    await until(() => existsSync(file) && readFileSync(file, 'utf8') === 'Saved in the editor.');
    killJudge();
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
    keep('pca', 'An old thought.');
    const child = startAtTerminal(['drill', 'pca']);
    const screen = read(child.stdout);
    await until(() => screen().includes('Go on with it?'));
    child.stdin?.write('n\r');
    child.stdin?.write('New.\r\r');
    await until(() => screen().includes('Which did you say?'));
    child.stdin?.write('none\r');
    await once(child, 'close');
    expect(reviews('pca')[0]?.answer).toBe('New.');

    keep('lora', 'An old thought.');
    await drill(['lora', '--fresh', '--ticks', 'none'], 'New.');
    expect(reviews('lora')[0]?.answer).toBe('New.');
  });
});

test('an editor with a window of its own is told to wait', async () => {
  const editor = join(home, 'code');
  writeFileSync(editor, `#!/bin/sh\n[ "$1" = --wait ] && printf 'It waited.' > "$2"\n`, {
    mode: 0o755,
  });
  const { exitCode } = await drill(['pca', '--editor', '--ticks', 'none'], '', {
    EDITOR: editor,
    VISUAL: '',
  });
  expect(exitCode).toBe(0);
  expect(reviews('pca')[0]?.answer).toBe('It waited.');
});

test('an editor gets the question and the kept text, and what it saves is the answer', async () => {
  keep('pca', 'It is linear.');
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
