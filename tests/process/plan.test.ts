// The plan and the readiness on the home screen, with what the history says was done.
import { describe, expect, test } from 'vitest';
import { History } from '#judge/history/history.ts';
import { root, runCli } from '../helpers/cli.ts';
import { drill, home, newFolder, piped } from '../helpers/drill.ts';

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  runCli(args, { JUDGE_HOME: home, ...env });
const today = Temporal.Now.plainDateISO();
const inDays = (days: number): string => today.add({ days }).toString();

function setPlan(interview: string, made: string): void {
  using history = new History(root);
  history.append('plan', 'plan', { kind: 'set', interview, made });
}

describe('a plan', () => {
  test('is laid out from today, and ticked off by what is done', async () => {
    const { exitCode, stdout } = await run(['plan', '--date', inDays(21), '--plain']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^interview: \S+, in 21 days\ndone: concepts and coding 0 of 24\n/);
    expect(stdout).toMatch(/^done: designs 0 of 3\ndone: stories and mocks 0 of 7$/m);
    expect(stdout).toContain('to do: npm run judge drill bias-variance\n');
    await drill(['bias-variance', '--ticks', 'all'], 'Bias is underfitting.');
    await piped(['star', 'explaining'], 'Task: I had to explain it.');
    const after = (await run(['plan', '--plain'])).stdout;
    expect(after).toContain('done: concepts and coding 1 of 24');
    expect(after).toContain('done: stories and mocks 1 of 7');
    expect(after).toContain('done: bias-variance\n');
    expect(after).not.toContain('replanned');
  });

  test('moves what was missed, and says so', async () => {
    setPlan(inDays(11), inDays(-10));
    const { stdout } = await run(['plan', '--plain']);
    expect(stdout).toMatch(
      new RegExp(`replanned: on ${today.toString()}: \\d+ things of the days before`),
    );
    expect(stdout).toContain('to do: npm run judge drill bias-variance');
  });

  test.each([
    [0, /today$/m, /nothing new\. Read your stories once/],
    [1, /tomorrow$/m, /Left out +does not fit into 1 day: /],
    [365, /in 365 days$/m, /Later +\d+ things, the last on/],
  ])('%i days ahead is told apart', async (days, when, says) => {
    const { exitCode, stdout } = await run(['plan', '--date', inDays(days)]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(when);
    expect(stdout).toMatch(says);
  });

  test('of an interview that is over asks for the next day, and the drills go on without', async () => {
    setPlan(inDays(-1), inDays(-9));
    expect((await run(['plan'])).stdout).toMatch(/The interview was on .*\s.*Nothing is planned/);
    await drill(['pca', '--ticks', 'all'], 'It finds directions.');
    expect((await run([])).stdout).toMatch(/the interview was on/);
  });

  test('is forgotten by off, and what was done stays', async () => {
    await run(['plan', '--date', inDays(9)]);
    expect((await run(['plan', 'off'])).stdout).toMatch(/The day is forgotten/);
    expect((await run(['plan'])).stdout).toMatch(/^No interview is set/);
  });

  test('travels with export and import', async () => {
    await run(['plan', '--date', inDays(9)]);
    const file = `${newFolder()}/history.json`;
    await run(['export', file]);
    const other = newFolder();
    await run(['import', file], { JUDGE_HOME: other });
    expect((await run(['plan'], { JUDGE_HOME: other })).stdout).toMatch(/in 9 days/);
  });

  test.each([
    [['--date', '2026-02-30'], /there is no day 2026-02-30/],
    [['--date', inDays(-1)], /is in the past/],
    [['--date', inDays(800)], /more than two years ahead/],
    [['--date', 'soon'], /takes a day as year-month-day/],
    [['on'], /takes no word but off, not "on"/],
    [['off', '--date', inDays(1)], /forgets the day/],
  ])('%j is refused in a sentence, and the plan stays', async (args, says) => {
    await run(['plan', '--date', inDays(5)]);
    const { exitCode, stderr } = await run(['plan', ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect((await run(['plan'])).stdout).toMatch(/in 5 days/);
  });

  test.each([80, 40])('at %i columns no line is longer but what is typed', async (columns) => {
    const env = { COLUMNS: String(columns) };
    const texts = [
      await run(['plan'], env),
      await run(['plan', '--date', inDays(1)], env),
      await run(['plan', '--date', inDays(200)], env),
      await run(['plan', '--date', inDays(0)], env),
    ].flatMap(({ stdout }) => stdout.split('\n'));
    expect(texts.filter((line) => line.length > columns && !/npm run judge/.test(line))).toEqual(
      [],
    );
  });
});

test('with an interview no drill comes later than the day before it', async () => {
  await run(['plan', '--date', inDays(3)]);
  const { stdout } = await drill(['l1-l2', '--ticks', 'all'], 'Lasso, ridge.');
  expect(stdout).toContain(`it comes again on ${inDays(2)}`);
  expect((await run(['drill', 'list'])).stdout).toContain(inDays(2));
  expect((await drill(['due'], '')).stdout).toContain(`The next is due on ${inDays(2)}`);
  await run(['plan', 'off']);
  expect((await run(['drill', 'list'])).stdout).not.toContain(inDays(2));
});

describe('the home screen', () => {
  test('tells a new person one thing to type first, and that there is more', async () => {
    const { stdout } = await run([]);
    expect(stdout).toMatch(/\n\nStart +npm run judge start iris\n/);
    expect(stdout).toMatch(/npm run judge drill +also design, star, mock, plan/);
    expect(stdout).not.toMatch(/Ready/);
  });

  test('shows each part with its n, what is due, and the next thing of the plan', async () => {
    await run(['plan', '--date', inDays(21)]);
    await drill(['pca', '--ticks', 'all'], 'It finds directions of maximum variance.');
    await drill(['lora', '--ticks', 'none'], 'It is slow.');
    await piped(['star', 'explaining'], 'Task: I had to explain it.');
    const { stdout } = await run(['--plain']);
    expect(stdout).toContain('ready: coding 0 of 4 at 100\n');
    expect(stdout).toMatch(
      new RegExp(`ready: drills recall \\d+% on ${inDays(21)}, over 2 of 20 asked`),
    );
    expect(stdout).toContain('ready: designs 0 of 3\n');
    expect(stdout).toContain('ready: stories 1 of 4\nready: mocks 0\n');
    expect(stdout).toMatch(/today: npm run judge drill bias-variance, plan 0 of \d, 21 days left/);
  });

  test('does not say that a question is known which was just answered with nothing', async () => {
    await drill(['lora', '--ticks', 'none'], 'It is slow.');
    const { stdout } = await run(['--plain']);
    expect(stdout).toMatch(/drills recall [1-9]\d% tomorrow, over 1 of/);
  });

  test('counts what is due', async () => {
    using history = new History(root);
    const at = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const entry = (id: string, subject: string) => ({
      id,
      at,
      kind: 'review',
      subject,
      data: { answer: 'x', matched: { points: [], score: 0 }, rating: 'again' },
    });
    history.merge({
      schema: 'judge-history/1',
      entries: [entry('one', 'pca'), entry('two', 'lora')],
      drafts: [],
    });
    const { stdout } = await run(['--plain']);
    expect(stdout).toMatch(/ready: drills recall \d+% tomorrow, over 2 of \d+ asked/);
    expect(stdout).toContain('today: npm run judge drill due, 2 questions due');
    expect(stdout).toContain('today: npm run judge plan, no interview is set');
  });
});
