import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readStamp } from '#judge/session/stamp.ts';
import { addEvent, currentSession, keepSnapshot, listSessions } from '#judge/session/store.ts';
import { runCli } from '../helpers/cli.ts';
import { half, right, slug, Tree, wrong } from '../helpers/workspace.ts';

let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
});
afterEach(() => tree[Symbol.dispose]());

const minuteMs = 60_000;
const runs = () => {
  using history = tree.history();
  return history.list('run').map(({ data }) => data);
};

test('a session goes from start over runs to finish', async () => {
  writeFileSync(tree.file, '// of last week');
  const started = await tree.run('start', slug);
  expect(started.stdout).toMatch(/earlier file is kept as workspace\/old\/double-.*\.ts/);
  expect(started.stdout).toMatch(/Export `double\(n\)`/);
  expect(started.stdout).toMatch(/double {4}practice {4}0:00 used of 1:00/);
  expect(started.stdout).toMatch(/npm run judge watch double/);
  const [kept = ''] = readdirSync(join(tree.root, 'workspace/old'));
  expect(readFileSync(join(tree.root, 'workspace/old', kept), 'utf8')).toBe('// of last week');
  expect(readFileSync(tree.file, 'utf8')).toBe(
    readFileSync(join(tree.root, 'starters/double.ts'), 'utf8'),
  );

  tree.save(wrong);
  const first = await tree.run(slug);
  expect(first.exitCode).toBe(1);
  expect(first.stdout).toMatch(
    /attempt 1 {4}practice {4}0:\d\d used of 1:00 {2}\([01]:\d\d left\)/,
  );
  expect(first.stdout).toMatch(/npm run judge why double double/);
  tree.save(half);
  const second = await tree.run(slug);
  expect(second.stdout).toMatch(/attempt 2/);
  expect(second.stdout).toMatch(/last 0 {3}best 70/);
  expect(second.stdout).toMatch(/1 of 2 +up 1 {3}FIX FIRST/);
  expect(second.stdout).toMatch(/runs 2 {3}hints 0/);

  tree.save(right);
  const finished = await tree.run('finish');
  expect(finished.stdout).toMatch(/Score {7}100\/100/);
  expect(finished.stdout).toMatch(/solutions\/double\/accepted/);
  expect((await tree.run('time')).stderr).toMatch(/No session is running/);
  // Every run of the session had its hidden data.
  expect(new Set(runs().map(({ report }) => report.seed)).size).toBe(1);
});

test('redo keeps the earlier work and draws other hidden data', async () => {
  await tree.run('start', slug, '--extra-time', '1.5');
  tree.save(half);
  const again = await tree.run('redo', slug);
  expect(again.stdout).toMatch(/session before is finished/);
  expect(again.stdout).toMatch(/of 1:30/);
  expect(readdirSync(join(tree.root, 'workspace/old'))).toHaveLength(1);
  using history = tree.history();
  const [first, second] = listSessions(history, slug);
  expect(first?.start.seed).not.toBe(second?.start.seed);
});

test('one session runs at a time, and the other is named', async () => {
  tree.begin(0);
  const refused = await tree.run('start', slug);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toMatch(/session on double is running.*judge redo double/s);
});

test('a pause stops the clock until work goes on', async () => {
  tree.begin(0, { minutes: 20 });
  tree.save(wrong);
  expect((await tree.run('pause')).stdout).toMatch(/left, paused\)/);
  expect((await tree.run('pause')).stderr).toMatch(/paused already/);
  const ran = await tree.run(slug);
  expect(ran.stdout).toMatch(/The clock runs again/);
  expect((await tree.run('resume')).stderr).toMatch(/running already/);
});

describe('in an interview', () => {
  test('there is no pause', async () => {
    tree.begin(0, { mode: 'interview' });
    const { exitCode, stderr } = await tree.run('pause');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/does not pause/);
  });

  test('the rules stand first', async () => {
    const { stdout } = await tree.run('start', slug, '--mode', 'interview');
    expect(stdout).toMatch(/1\. You have 1 minute\..*2\. .*3\. .*Export `double/s);
  });

  test('a file that was not saved since the bell is judged as it is, and heads every report', async () => {
    tree.begin(2 * minuteMs, { mode: 'interview' });
    tree.save(half, 90_000);
    const time = await tree.run('time');
    expect(time.stdout).toMatch(/The bell: 1:00 are over/);
    expect(time.stdout).toMatch(/Bell {8}70\/100 {3}at 1:00, your file as it was saved then/);
    tree.save(right);
    const after = await tree.run(slug);
    expect(after.stdout).toMatch(/BELL {3}70\/100/);
    expect(after.stdout).toMatch(/NOW {4}100\/100/);
    expect(after.stdout).toMatch(/1:\d\d over/);
    const finished = await tree.run('finish');
    expect(finished.stdout).toMatch(/Bell {8}70\/100/);
    expect(finished.stdout).toMatch(/Final {7}100\/100/);
  });

  test('of a file that was saved after the bell, the text seen before counts, and that is said', async () => {
    const session = tree.begin(2 * minuteMs, { mode: 'interview' });
    const start = session.start.stamp;
    const at40 = { ...start, wallMs: start.wallMs + 40_000, upMs: start.upMs + 40_000 };
    {
      using history = tree.history();
      keepSnapshot(history, session, { source: half, now: at40 });
    }
    tree.save(right);
    const { stdout } = await tree.run(slug);
    expect(stdout).toMatch(/BELL {3}70\/100 .*the text seen at\s+0:40 counts/s);
    expect(stdout).toMatch(/NOW {4}100\/100/);
  });

  test('the text of the bell is judged once, though the first try was killed and the file has changed', async () => {
    const session = tree.begin(2 * minuteMs, { mode: 'interview' });
    {
      using history = tree.history();
      addEvent(history, session, {
        kind: 'bell',
        stamp: readStamp(),
        source: half,
        takenFrom: 'file',
        takenAtMs: minuteMs,
      });
    }
    tree.save(right);
    await tree.run('time');
    await tree.run('time');
    expect(runs().map(({ report, session: of }) => [report.points, of?.moment])).toEqual([
      [70, 'bell'],
    ]);
  });

  test('judging right after the bell judges the same text once', async () => {
    tree.begin(2 * minuteMs, { mode: 'interview' });
    tree.save(half, 90_000);
    const { stdout } = await tree.run(slug);
    expect(stdout).toMatch(/attempt 1/);
    expect(runs()).toHaveLength(1);
  });
});

test('in practice the bell is a line, told once; what was judged before it is its score', async () => {
  const session = tree.begin(2 * minuteMs);
  tree.save(half);
  await tree.run(slug, '--seed', '7');
  {
    using history = tree.history();
    const [run] = history.list('run').map(({ data }) => data);
    if (run === undefined) throw new Error('the run was not kept');
    const early = { id: session.id, usedMs: 30_000, moment: 'run' } as const;
    history.append('run', slug, { ...run, report: { ...run.report, points: 40 }, session: early });
  }
  const { stdout } = await tree.run('time');
  expect(stdout).toMatch(/Bell {8}40\/100 {3}the last run before the bell/);
  expect(stdout).not.toMatch(/Keep working/);
});

test('giving up shows the way to the solutions', async () => {
  tree.begin(0);
  const { stdout } = await tree.run('give-up');
  expect(stdout).toMatch(/given up/);
  expect(stdout).toMatch(/hidden\.test\.ts/);
  using history = tree.history();
  expect(currentSession(history)).toBeUndefined();
});

test('giving up after the end shows the way too, and before any session it is a usage error', async () => {
  expect((await tree.run('give-up')).stderr).toMatch(/No session is running/);
  tree.begin(0);
  expect((await tree.run('finish')).stdout).toMatch(/Solutions +npm run judge give-up/);
  const { exitCode, stdout } = await tree.run('give-up');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/last session of double is over.*hidden\.test\.ts/s);
});

test.each(['pause', 'resume', 'time', 'finish', 'give-up'])(
  '%s with the name of another problem does nothing to the session',
  async (verb) => {
    tree.begin(0);
    const { exitCode, stderr } = await tree.run(verb, 'shelf');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/The session is one of double, not of "shelf"/);
    using history = tree.history();
    expect(currentSession(history)?.events).toEqual([]);
  },
);

test('sample and open need no name while a session runs, and one without', async () => {
  expect((await tree.run('sample')).stderr).toMatch(/Say which problem/);
  tree.begin(0);
  expect((await tree.run('sample')).stdout).toMatch(/npm run judge double/);
  const editor = { ...tree.env, VISUAL: '', EDITOR: '/bin/echo' };
  const opened = await runCli(['open', '--root', tree.root], editor);
  expect(opened.stdout).toMatch(/workspace\/double\.ts/);
});

test('the name of its own problem may stand after finish', async () => {
  tree.begin(0);
  expect((await tree.run('finish', slug)).exitCode).toBe(0);
});

test('a run of another file is not kept', async () => {
  tree.begin(0);
  tree.save(right);
  const { stdout } = await tree.run(slug, '--file', tree.file);
  expect(stdout).toMatch(/SCORE {2}100/);
  expect(runs()).toHaveLength(0);
});

test('a history that cannot be opened costs no verdict', async () => {
  mkdirSync(join(tree.root, '.judge'));
  writeFileSync(
    join(tree.root, '.judge/judge.db'),
    'no database, and longer than a header'.repeat(99),
  );
  tree.save(right);
  const { exitCode, stdout, stderr } = await tree.run(slug);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/SCORE {2}100/);
  expect(stderr).toMatch(/cannot be opened.*Nothing is kept of this run/s);
  expect((await tree.run('start', slug)).exitCode).toBe(2);
});

test('an entry that cannot be read costs no verdict either', async () => {
  tree.begin(0);
  tree.save(right);
  {
    using history = tree.history();
    const { entries, ...rest } = history.dump();
    const entry = { id: 'x', at: new Date().toISOString(), kind: 'run', subject: slug, data: {} };
    history.merge({ ...rest, entries: [...entries, entry] });
  }
  const { exitCode, stdout, stderr } = await tree.run(slug);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/SCORE {2}100/);
  expect(stderr).toMatch(/holds a run that this version cannot read \(entry x\)/);
});

test('a session whose file is gone can be finished, one whose problem is gone is in nobody’s way', async () => {
  tree.begin(0);
  expect((await tree.run('finish')).stdout).toMatch(/finished/);
  tree.begin(0, { slug: 'removed' });
  expect((await tree.run('start', slug)).exitCode).toBe(0);
});

test('in JSON nothing but the report stands on stdout, session or not', async () => {
  tree.begin(2 * minuteMs);
  tree.save(right);
  const { stdout, stderr } = await tree.run(slug, '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'judge-report/1', points: 100 });
  expect(stderr).toMatch(/The bell/);
  expect(existsSync(tree.file)).toBe(true);
});
