// What is kept, and how it comes back: hints, reports, history, export and import, the home screen.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { half, right, slug, Tree, wrong } from '../helpers/workspace.ts';

let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => tree[Symbol.dispose]());

describe('hints', () => {
  test('come one after the other, for what is to be fixed first, and the last is counted once', async () => {
    tree.begin(0, { minutes: 20 });
    tree.save(wrong);
    await tree.run(slug);
    const told = [
      await tree.run('hint'),
      await tree.run('hint', slug),
      await tree.run('hint', slug, 'double'),
      await tree.run('hint', 'pace'),
    ].map(({ stdout }) => /(\w+) {4}hint (\d) of 3/.exec(stdout)?.slice(1).join(' '));
    expect(told).toEqual(['double 1', 'double 2', 'double 3', 'pace 1']);
    expect((await tree.run('hint')).stdout).toMatch(/not counted again/);
    expect((await tree.run('time')).stdout).toMatch(/hints 4/);
  });

  test('a word that is no subtask gets the nearest one', async () => {
    tree.begin(0);
    const { exitCode, stderr } = await tree.run('hint', 'pacee');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/"pacee" is no problem and no subtask of double\. Did you mean "pace"/);
  });

  test('begin anew with a new session', async () => {
    await tree.run('hint', slug);
    tree.begin(0);
    expect((await tree.run('hint', slug)).stdout).toMatch(/hint 1 of 3/);
  });

  test('there are none where nothing is wrong, or nothing loads', async () => {
    tree.save(right);
    await tree.run(slug);
    expect((await tree.run('hint', slug)).stderr).toMatch(/scored everything/);
    tree.save('export const double = (');
    await tree.run(slug);
    const { exitCode, stderr } = await tree.run('hint', slug);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/did not load/);
  });
});

test('a stored report comes back as it was: the last, the last of a problem, the one of an id', async () => {
  tree.save(half);
  const first = await tree.run(slug, '--format', 'json');
  tree.save(right);
  await tree.run(slug);
  expect((await tree.run('report')).stdout).toMatch(/attempt 2.*SCORE {2}100\/100.*last 70/s);
  expect((await tree.run('report', slug)).stdout).toMatch(/SCORE {2}100/);
  using history = tree.history();
  const id = history.list('run', slug)[0]?.id ?? '';
  const again = await tree.run('report', id.slice(0, 8), '--format', 'json');
  expect(JSON.parse(again.stdout)).toEqual(JSON.parse(first.stdout));
  expect((await tree.run('report', id)).stdout).toMatch(/attempt 1 .*SCORE {2}70\/100/s);
  const unknown = await tree.run('report', 'zzzz');
  expect(unknown.exitCode).toBe(2);
  expect(unknown.stderr).toMatch(/No run begins with "zzzz"/);
});

test('the history of a problem is drawn, and told when plain', async () => {
  expect((await tree.run('history')).stdout).toMatch(/Nothing yet.*judge start/);
  tree.begin(30_000);
  tree.save(half);
  await tree.run(slug);
  const drawn = await tree.run('history', slug);
  expect(drawn.stdout).toMatch(/1 run {4}1 session/);
  expect(drawn.stdout).toMatch(/75 \| +o-/);
  expect(drawn.stdout).toMatch(/bell 1:00/);
  const plain = await tree.run('history', '--plain');
  expect(plain.stdout).toMatch(/^last session at 0:3\d: 70 points, WA$/m);
  expect(plain.stdout).toMatch(/^first pass of pace: 0:3\d in the last session/m);
});

describe('export and import', () => {
  test('carry everything to another machine, and twice is once', async () => {
    tree.begin(0);
    tree.save(half);
    await tree.run(slug);
    await tree.run('hint', slug);
    const file = join(tree.root, 'mine.json');
    expect((await tree.run('export', file)).stdout).toMatch(/Wrote 5 entries/);
    expect((await tree.run('export', file)).stderr).toMatch(/it is there already/);
    using other = new Tree();
    expect((await other.run('import', file)).stdout).toMatch(/Added 5, had 0 already/);
    expect((await other.run('import', file)).stdout).toMatch(/Added 0, had 5 already/);
    using here = tree.history();
    using there = other.history();
    expect(there.dump()).toEqual(here.dump());
    expect((await other.run()).stdout).toMatch(/double is running/);
  });

  test('two histories merge, and of one entry in two forms mine stays', async () => {
    tree.save(half);
    await tree.run(slug);
    const file = join(tree.root, 'mine.json');
    await tree.run('export', file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"points":70', '"points":99'));
    using other = new Tree();
    mkdirSync(join(other.root, 'workspace'));
    other.save(right);
    await other.run(slug);
    expect((await other.run('import', file)).stdout).toMatch(/Added 1/);
    expect((await other.run()).stdout).toMatch(/double +1 +100 +\d+ +2 /);
    expect((await tree.run('import', file)).stdout).toMatch(/1 of these differ from yours/);
    expect((await tree.run()).stdout).toMatch(/double +1 +70 +70 +1 /);
  });

  test('an entry of a kind that only a later judge knows is kept', async () => {
    const entry = {
      id: 'x',
      at: '2026-03-01T09:15:00.000Z',
      kind: 'dream',
      subject: '',
      data: [1],
    };
    const file = join(tree.root, 'later.json');
    const dump = { schema: 'judge-history/1', entries: [entry], drafts: [] };
    writeFileSync(file, JSON.stringify(dump));
    await tree.run('import', file);
    const { stdout } = await tree.run('export');
    expect(JSON.parse(stdout)).toEqual(dump);
  });

  const broken = {
    'no JSON': ['{"schema":\x1b[2J', /it is not JSON\nNothing/],
    'another file': ['{"name":"ml-interview-judge"}', /expected "judge-history\/1"/],
    'a damaged entry': [
      JSON.stringify({
        schema: 'judge-history/1',
        entries: [
          { id: 'a', at: '2026-03-01T09:15:00.000Z', kind: 'dream', subject: '', data: 1 },
          { id: 'b', at: '2026-03-01T09:15:00.000Z', kind: 'run', subject: 's', data: {} },
        ],
        drafts: [],
      }),
      /entry b \(run\)/,
    ],
  } as const;
  test.each(Object.entries(broken))(
    '%s is refused in a sentence, and nothing is added',
    async (_name, [text, says]) => {
      const file = join(tree.root, 'broken.json');
      writeFileSync(file, text);
      const { exitCode, stderr } = await tree.run('import', file);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/Nothing was imported/);
      expect(stderr).not.toMatch(/\n\s+at /);
      using history = tree.history();
      expect(history.dump().entries).toEqual([]);
    },
  );
});

test('the time counts what came of this session, not of those before', async () => {
  tree.save(right);
  await tree.run(slug);
  tree.begin(0, { minutes: 20 });
  expect((await tree.run('time')).stdout).toMatch(/^So far {6}runs 0 {3}hints 0$/m);
  tree.save(half);
  await tree.run(slug);
  expect((await tree.run('time')).stdout).toMatch(/runs 1 {3}hints 0 {3}best score 70$/m);
});

test.each([
  [[slug], 'run "npm run judge double" again'],
  [['sample', slug], 'run "npm run judge sample double" again'],
  [['why', slug, 'pace'], 'run "npm run judge why double pace" again'],
])('%j says what to type once the file that it made is edited', async (args, then) => {
  const { stdout } = await tree.run(...args);
  expect(stdout).toContain(`Edit the file, then ${then}.`);
});

test('the home screen shows scores, the session, and what to type', async () => {
  expect((await tree.run()).stdout).toMatch(
    /double +1 +- +- +0 [^]*Start +npm run judge start \S+/,
  );
  tree.begin(20_000);
  tree.save(half);
  await tree.run(slug);
  const { stdout } = await tree.run();
  expect(stdout).toMatch(/^double is running {4}practice {4}0:2\d used of 1:00/);
  expect(stdout).toMatch(/double +1 +70 +70 +1 +0:2\d/);
  expect(stdout).toMatch(/Go on +npm run judge double/);
});

test.each([
  ['strat', 'start'],
  ['histroy', 'history'],
  ['dobule', 'double'],
  ['giveup', 'give-up'],
])('"%s" suggests "%s"', async (typed, meant) => {
  const { exitCode, stderr } = await tree.run(typed);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`Did you mean "${meant}"?`);
});

test.each([
  [['start', slug, '--extra-time', '9'], /factor from 1 to 4/],
  [['start', slug, '--mode', 'exam'], /practice, interview/],
  [['start'], /Say which problem/],
  [['import'], /Say which file/],
  [['import', 'absent.json'], /cannot be read: there is no such file or folder\. Check the path/],
  [['export', import.meta.filename], /cannot be written: it is there already\. Name a new/],
  [['report', 'double'], /There is no run of double yet/],
  [['double', '--sede', '3'], /There is no option --sede\. Did you mean "--seed"\?/],
  [['double', '--qqqqqqqqqq'], /There is no option --qqqqqqqqqq\.\nAll options/],
  [['double', '--seed'], /--seed needs a value after it/],
  [['double', '--seed', '-1'], /--seed needs a value after it/],
  [['home', 'x'], /"home" shows all problems; it takes no "x"/],
  [['time', '--seed', '3'], /takes no --seed/],
  [['history', slug, 'more'], /Too many words/],
])('%j is a usage error', async (args, says) => {
  const { exitCode, stderr } = await tree.run(...args);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(says);
});
