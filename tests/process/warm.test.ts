// A verdict of watch is the verdict of a run that begins from nothing, whatever was saved before.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root, runCli } from '../helpers/cli.ts';
import { readHeader } from '../helpers/hostile.ts';
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

/** Saves a text for the problem that is watched and waits for its verdict. */
async function save(source: string, file = tree.file): Promise<number | undefined> {
  const before = watcher.verdicts;
  writeFileSync(file, source);
  await watcher.verdict(before + 1);
  return watcher.scores.at(-1);
}

/** What a report says of the submission; how long it took is another matter. */
function verdictIn(text: string): string {
  const report = text.slice(text.lastIndexOf('\nproblem: ') + 1);
  return report
    .split('\n')
    .filter((line) => /^(score|verdict|hidden|subtask|fix first|then)/.test(line))
    .map((line) => line.replace(/, [\d.]+ ms, .* times the reference.*/, ''))
    .join('\n');
}

test.each([
  [
    'iris',
    [
      'accepted/byHand',
      'wrong_answer/floor-split',
      'run_time_error/known-classes-only',
      'wrong_answer/transposed-confusion',
    ],
  ],
  ['data-cleaning', ['accepted/reference', 'starter']],
] as const)('verdicts on %s are those of a cold run', async (problem, names) => {
  const file = join(tree.root, 'workspace', `${problem}.ts`);
  const sources = names.map((name) =>
    readFileSync(
      name === 'starter'
        ? join(root, 'starters', `${problem}.ts`)
        : join(root, 'solutions', problem, `${name}.ts`),
      'utf8',
    ),
  );
  const options = ['--file', file, '--seed', '11'];
  writeFileSync(file, sources.at(-1) ?? '');
  watcher = Watcher.start(tree, problem, { args: [...options, '--root', root] });
  await watcher.verdict(1);
  for (const [index, source] of sources.entries()) {
    await save(source, file);
    const cold = await runCli([problem, ...options, '--plain']);
    expect(verdictIn(watcher.text()), names[index]).toBe(verdictIn(`\n${cold.stdout}`));
  }
});

/** Does what it can to be there still when the next submission is judged. */
const plants = `
import { existsSync, writeFileSync } from 'node:fs';
globalThis.planted = true;
Object.prototype.planted = true;
process.env.PLANTED = '1';
for (const path of ['/tmp/planted', '/dev/shm/planted']) try { writeFileSync(path, 'here'); } catch {}
setInterval(() => {}, 10);
process.on('exit', () => { for (let n = 0; n < 1e9; n += 1); });
`;
/** Is right only where it finds something of that. */
const finds = `
const traces = [
  () => globalThis.planted,
  () => ({}).planted,
  () => process.env.PLANTED,
  () => existsSync('/tmp/planted'),
  () => existsSync('/dev/shm/planted'),
];
const isThere = (trace) => { try { return Boolean(trace()); } catch { return false; } };
const found = traces.some(isThere);
export const double = (n) => (found ? 2 * n : -1);
`;

test('nothing of one submission is there for the next', async () => {
  writeFileSync(tree.file, plants + finds);
  watcher = Watcher.start(tree, slug);
  await watcher.verdict(1);
  expect(watcher.scores).toEqual([100]);
  expect(await save(`import { existsSync } from 'node:fs';${finds}`)).toBe(0);
});

test('what one submission imports is not loaded for one that does not', async () => {
  const importer =
    "import * as cart from 'ml-cart';\nexport const double = (n) => (cart ? 2 * n : 0);\n";
  const looker = `
import { createRequire } from 'node:module';
const paths = Object.keys(createRequire(import.meta.url).cache);
export const double = (n) => (paths.some((path) => path.includes('/ml-cart/')) ? 2 * n : -1);
`;
  writeFileSync(tree.file, importer);
  watcher = Watcher.start(tree, slug);
  await watcher.verdict(1);
  expect(await save(`${importer}// once more, with the library loaded ahead\n`)).toBe(100);
  expect(await save(looker)).toBe(0);
});

const hostile = [
  'standby/standby-poisoned',
  'standby/state-carried',
  'standby/waits-busily',
  'forge/answer-early',
  'forge/cache-poison',
  'forge/fd-write',
  'forge/stdout-forge',
  'end-early/exit-handler-loop',
  'end-early/kill-everyone',
  'end-early/sigstop-self',
  'end-early/zombie-timer',
  'protocol/armed-at-load',
  'protocol/ready-again',
  'protocol/forged-export',
  'world/promise-patch',
];

test('a hostile submission changes no verdict but its own', async () => {
  writeFileSync(tree.file, wrong);
  const shared = join(root, 'tests/hostile');
  for (const name of ['wire.ts', 'look.ts', 'bytes.ts'])
    copyFileSync(join(shared, name), join(tree.root, 'workspace', name));
  watcher = Watcher.start(tree, slug);
  await watcher.verdict(1);
  for (const [index, name] of hostile.entries()) {
    const path = join(shared, `${name}.ts`);
    const header = readHeader(path);
    const points = await save(readFileSync(path, 'utf8'));
    const verdict = /^verdict: (\w+)/m.exec(verdictIn(watcher.text()))?.[1];
    expect(header.Expect, `${name} was ${verdict}`).toContain(verdict);
    expect(points, name).toBeLessThanOrEqual(header['At most']);
    const [next, due] = index % 2 === 0 ? ([wrong, 0] as const) : ([half, 70] as const);
    expect(await save(next), `after ${basename(name)}`).toBe(due);
  }
  expect(await save(right)).toBe(100);
});

describe('what dies while watch waits is no fault of the submission', () => {
  /** Ends every process of the next run whose command line has `mark`. */
  async function killWaiting(
    mark: string,
    isUp: (args: string) => boolean | Promise<boolean> = () => true,
  ): Promise<void> {
    const found = (): ReturnType<typeof findProcesses> =>
      findProcesses(tree.root).filter(
        ({ args, pid }) => pid !== watcher.child.pid && args.includes(mark),
      );
    const isOneUp = async (): Promise<boolean> => {
      const [first] = found();
      return first !== undefined && (await isUp(first.args));
    };
    expect(await eventually(isOneUp)).toBe(true);
    for (const { pid } of found()) process.kill(pid, 'SIGKILL');
    await eventually(() => found().length === 0);
  }

  test('the candidate process', async () => {
    writeFileSync(tree.file, half);
    watcher = Watcher.start(tree, slug);
    await watcher.verdict(1);
    await killWaiting('candidate/main.ts');
    expect(await save(right)).toBe(100);
    expect(await save(half)).toBe(70);
  });

  const beat = `export async function beat(url: string): Promise<number> {
    const answer = await fetch(url + '/api/v2/heartbeat');
    return (await answer.json())['nanosecond heartbeat'];
  }\n`;

  test('Chroma', async () => {
    const file = join(tree.root, 'workspace/shelf.ts');
    writeFileSync(file, beat);
    watcher = Watcher.start(tree, 'shelf', { args: ['--file', file] });
    await watcher.verdict(1);
    await killWaiting('cli.mjs', async (args) => {
      const [, port] = /--port (\d+)/.exec(args) ?? [];
      const answer = await fetch(`http://127.0.0.1:${port}/api/v2/heartbeat`).catch(
        () => undefined,
      );
      return answer?.ok ?? false;
    });
    expect(await save(`${beat}// again\n`, file)).toBe(100);
    expect(watcher.text()).not.toMatch(/verdict: (?!AC)/);
  });

  test('and what one submission leaves in Chroma is not there for the next', async () => {
    const file = join(tree.root, 'workspace/shelf.ts');
    const databases = '/api/v2/tenants/default_tenant/databases';
    const leaver = `export async function beat(url: string): Promise<number> {
      await fetch(url + '${databases}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"planted"}' });
      const found = await fetch(url + '${databases}/planted');
      return found.ok ? 1 : -1;
    }\n`;
    const finder = `export async function beat(url: string): Promise<number> {
      const found = await fetch(url + '${databases}/planted');
      return found.ok ? 1 : -1;
    }\n`;
    writeFileSync(file, leaver);
    // With bubblewrap it could not even make one.
    watcher = Watcher.start(tree, 'shelf', { args: ['--file', file, '--sandbox', 'node'] });
    await watcher.verdict(1);
    expect(watcher.scores).toEqual([100]);
    expect(await save(finder, file)).toBe(0);
  });
});

test('a suite that was changed meanwhile counts as it is now', async () => {
  writeFileSync(tree.file, right);
  watcher = Watcher.start(tree, slug);
  await watcher.verdict(1);
  const suite = join(tree.root, 'problems/coding/double/hidden.test.ts');
  const source = readFileSync(suite, 'utf8').replace(
    'random.int(3, 1000)',
    'random.int(3, 1000) + 0.5',
  );
  writeFileSync(suite, source);
  expect(await save(half)).toBe(0);
});
