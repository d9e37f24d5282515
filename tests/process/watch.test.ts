import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { appendFileSync, closeSync, openSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually, findProcesses } from '../helpers/processes.ts';
import { Watcher } from '../helpers/watch.ts';
import { half, right, slug, Tree, wrong } from '../helpers/workspace.ts';

let tree: Tree;
let watcher: Watcher;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => {
  watcher.child.kill('SIGKILL');
  tree[Symbol.dispose]();
});

/** Begins to watch a file with this text, and waits for its verdict. */
async function watchFrom(source: string, options?: Parameters<typeof Watcher.start>[2]) {
  watcher = Watcher.start(tree, slug, options);
  writeFileSync(tree.file, source);
  await watcher.verdict(1);
}

/** Time for a run that must not be. */
const aWhile = (): Promise<void> => sleep(1_500);

const other = (): string => join(tree.root, 'workspace', 'other.ts');

/** How programs save a file. */
const ways: Record<string, (source: string) => void | Promise<void>> = {
  'writes it in place': (source) => writeFileSync(tree.file, source),
  'truncates it and writes it a moment later': async (source) => {
    const file = openSync(tree.file, 'w');
    await sleep(40);
    writeSync(file, source);
    closeSync(file);
  },
  'writes another file and renames it': (source) => {
    writeFileSync(`${tree.file}.tmp`, source);
    renameSync(`${tree.file}.tmp`, tree.file);
  },
  'moves it away as a backup and writes it anew': async (source) => {
    renameSync(tree.file, `${tree.file}~`);
    await sleep(30);
    writeFileSync(tree.file, source);
    rmSync(`${tree.file}~`);
  },
  'writes it and then its times': (source) => {
    writeFileSync(tree.file, source);
    utimesSync(tree.file, new Date(), new Date());
    utimesSync(tree.file, new Date(), new Date());
  },
  'removes it and writes it after a while': async (source) => {
    rmSync(tree.file);
    await watcher.says(/is gone/);
    writeFileSync(tree.file, source);
  },
};

test('one save is one run, in whatever way an editor saves', async () => {
  await watchFrom(wrong);
  let runs = 1;
  for (const [way, save] of Object.entries(ways)) {
    for (const [source, points] of [
      [half, 70],
      [right, 100],
    ] as const) {
      await sleep(500); // by then the next run is ready, and watch notices each event
      await save(source);
      runs += 1;
      await watcher.verdict(runs);
      expect(watcher.scores.at(-1), `after a save that ${way}`).toBe(points);
    }
  }
  await aWhile();
  expect(watcher.verdicts).toBe(runs);
  // What an editor leaves for a moment is not judged; a machine that stands still may show it once.
  const count = (words: RegExp): number => [...watcher.text().matchAll(words)].length;
  expect(count(/run is dropped/g)).toBeLessThan(2);
  expect(count(/is gone/g) - 2).toBeLessThan(2);
  using history = tree.history();
  expect(history.list('run').map(({ data }) => data.report.points)).toEqual(watcher.scores);
});

test('what is no new text of this problem is no run', async () => {
  await watchFrom(half);
  writeFileSync(other(), right);
  await aWhile();
  expect(watcher.text()).not.toMatch(/nothing is changed/);
  writeFileSync(tree.file, half);
  await watcher.says(/nothing is changed/);
  rmSync(tree.file);
  await watcher.says(/is gone/);
  writeFileSync(tree.file, half);
  await aWhile();
  expect(watcher.scores).toEqual([70]);
});

test('a file that the submission imports counts as the submission', async () => {
  writeFileSync(other(), 'export const factor = 3;\n');
  await watchFrom(
    "import { factor } from './other.ts';\nexport const double = (n: number) => factor * n;\n",
  );
  writeFileSync(other(), 'export const factor = 2;\n');
  await watcher.verdict(2);
  expect(watcher.scores).toEqual([0, 100]);
});

test('a text that comes in pieces is judged as it is in the end', async () => {
  await watchFrom(wrong);
  writeFileSync(tree.file, 'export const double = (n: number) => ');
  await sleep(400);
  appendFileSync(tree.file, '2 * n;\n');
  await watcher.until(() => watcher.scores.at(-1) === 100);
});

test('a save during a run drops that run', async () => {
  await watchFrom(half);
  writeFileSync(tree.file, 'export function double() { for (;;); }\n');
  await watcher.says(/verdict above is old/);
  await sleep(300);
  writeFileSync(tree.file, right);
  await watcher.verdict(2);
  expect(watcher.text()).toMatch(/Saved again: that run is dropped/);
  expect(watcher.scores).toEqual([70, 100]);
  using history = tree.history();
  expect(history.list('run').map(({ data }) => data.report.points)).toEqual([70, 100]);
  expect(watcher.text()).not.toContain('\x1b');
});

test('a file that does not load does not hold up the next', async () => {
  await watchFrom('export const double = (n: number => n;\n');
  writeFileSync(tree.file, right);
  await watcher.verdict(2);
  expect(watcher.scores).toEqual([0, 100]);
  expect(watcher.text()).toMatch(/verdict: CE/);
});

test('the file is made from the starter where there is none', async () => {
  watcher = Watcher.start(tree, slug);
  await watcher.verdict(1);
  expect(watcher.text()).toMatch(/Made workspace\/double.ts from the starter/);
  expect(watcher.text()).toMatch(/Edit the file, then save it\./);
});

describe('keys of a terminal', () => {
  test('r judges again, ? tells the keys, h hints, p pauses, q leaves', async () => {
    tree.begin(0, { minutes: 20 });
    await watchFrom(half, { atTerminal: true });
    watcher.press('r');
    await watcher.verdict(2);
    watcher.press('?');
    await watcher.says(/q quit/);
    watcher.press('h');
    await watcher.says(/hint 1 of 3/i);
    watcher.press('p');
    await watcher.says(/paused/);
    watcher.press('p');
    await watcher.says(/waiting for a save {2}19:/);
    watcher.press('q');
    expect(await watcher.ended()).toBe(0);
    expect(watcher.text()).not.toContain('\x1b[2J');
    using history = tree.history();
    expect(history.list('run')).toHaveLength(2);
    expect(history.list('help')).toHaveLength(1);
  });

  test('o opens the file in the editor, and what that saves is judged', async () => {
    await watchFrom(half, { atTerminal: true });
    const script = join(tree.root, 'editor.sh');
    writeFileSync(script, `#!/bin/sh\necho '${right.trim()}' > "$1"\n`, { mode: 0o755 });
    watcher.child.kill('SIGKILL');
    process.env['EDITOR'] = script;
    watcher = Watcher.start(tree, slug, { atTerminal: true });
    delete process.env['EDITOR'];
    await watcher.verdict(1);
    watcher.press('o');
    await watcher.verdict(2);
    expect(watcher.scores).toEqual([70, 100]);
  });
});

describe('nothing is left', () => {
  const isGone = (): Promise<boolean> => eventually(() => findProcesses(tree.root).length === 0);
  const leftFolders = (): string[] => readdirSync(join(tree.root, 'tmp'));

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    test(`after ${signal} while it waits`, async () => {
      await watchFrom(right);
      await eventually(() => findProcesses(tree.root).length > 1); // the next run is ready
      expect(await watcher.ended(signal)).toBe(code);
      expect(await isGone()).toBe(true);
      expect(leftFolders()).toEqual([]);
    });
  }

  test('after kill -9 but a folder, which the next run removes', async () => {
    await watchFrom(right);
    await eventually(() => findProcesses(tree.root).length > 1);
    await watcher.ended('SIGKILL');
    expect(await isGone()).toBe(true);
    watcher = Watcher.start(tree, slug);
    await watcher.verdict(1);
    await watcher.ended('SIGTERM');
    expect(leftFolders()).toEqual([]);
  });

  test('after Ctrl-C at a terminal in the middle of a run', async () => {
    await watchFrom(right, { atTerminal: true });
    writeFileSync(tree.file, 'export function double() { for (;;); }\n');
    await watcher.says(/verdict above is old/);
    watcher.press('\x03');
    expect(await watcher.ended()).toBe(130);
    expect(await isGone()).toBe(true);
    expect(leftFolders()).toEqual([]);
  });
});

test.each([
  [['nope'], /There is no problem "nope"/],
  [[slug, '--file', 'absent.ts'], /cannot be read/],
  [[slug, '--format', 'json'], /takes no --format/],
])('%s is refused in a sentence', async (words, says) => {
  watcher = Watcher.start(tree, words[0] ?? '', { args: words.slice(1) });
  expect(await watcher.ended()).toBe(2);
  expect(watcher.text()).toMatch(says);
  expect(existsSync(join(tree.root, 'workspace', 'nope.ts'))).toBe(false);
});
