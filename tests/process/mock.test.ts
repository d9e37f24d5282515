// A mock interview as a person runs it: with the lines in a pipe, at a terminal, killed and gone on with.
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDesignIds } from '#judge/problem/designs.ts';
import { runCli } from '../helpers/cli.ts';
import {
  home,
  killJudge,
  newFolder,
  piped,
  read,
  startAtTerminal,
  until,
} from '../helpers/drill.ts';
import {
  coding,
  design,
  events,
  kinds,
  lines,
  marks,
  mock,
  overs,
  questions,
  story,
  tree,
} from '../helpers/mock.ts';

describe('through a pipe', () => {
  test('all rounds in one sitting, then each score for itself; kept, and carried by export', async () => {
    const { exitCode, stdout, stderr } = await mock(lines(questions, coding, design, marks, story));
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    for (const round of [1, 2, 3, 4, 5]) expect(stdout).toContain(`Round ${round} of 5`);
    const report = stdout.slice(stdout.lastIndexOf('Mock interview'));
    expect(report).toMatch(/^Mock interview {4}short {4}.* {4}finished/);
    expect(report.match(/^question /gm)).toHaveLength(2);
    expect(report).toMatch(/self \d+ of 100 \(2 of \d+\s+points\)/);
    expect(report).toMatch(/self 100 of 100/);
    expect(report).toMatch(/^coding +double: final 100 of 100, 1 run, 0 hints/m);
    expect(report).toMatch(/^design +[\w-]+: self 0 of 100/m);
    expect(report).toMatch(/^behavioural [\w-]+: ownership 3, decision 2, result 4, clarity 3/m);
    expect(report).toMatch(/Scores of 2 questions, 1 problem, 1 design, 1 story; no number/);
    expect(events().map(({ kind }) => kind)).toEqual([
      'started',
      ...Array<string>(5).fill('roundOver'),
      'ended',
    ]);

    const file = join(newFolder(), 'history.json');
    await runCli(['export', file], { JUDGE_HOME: home });
    const other = { JUDGE_HOME: newFolder() };
    expect((await runCli(['import', file], other)).exitCode).toBe(0);
    const again = await runCli(['mock', 'report', '--root', tree.root], other);
    expect(report).toContain(again.stdout.trim().split('\n', 1)[0]);
    expect((await runCli(['mock', 'list'], other)).stdout).toMatch(/short {4}finished {4}5 of 5/);
  });

  test('is left at the end of the input, and goes on with the round that was open', async () => {
    const first = await mock(lines(questions.slice(0, 3)));
    expect(first.exitCode).toBe(130);
    expect(first.stdout).toMatch(/You left the mock\. 1 of 5 rounds is over and kept/);
    expect(first.stdout).toMatch(/Go on +npm run judge mock\n/);
    const second = await mock(lines(questions.slice(3), ['time']));
    expect(second.stdout).toMatch(/^Mock interview, short form.*\s.*1 of 5 over/);
    expect(second.stdout).toMatch(/the clock of double was started, it runs on/i);
    const third = await mock(lines(['done'], design, marks, story));
    expect(third.exitCode).toBe(0);
    expect(overs()).toHaveLength(5);
    expect(events().filter(({ kind }) => kind === 'started')).toHaveLength(1);
  });
});

test('the design room of a mock that was left is its own; another mock opens a new one', async () => {
  for (const name of listDesignIds(tree.root).slice(1))
    rmSync(join(tree.root, 'problems/designs', name), { recursive: true });
  await mock(lines(questions, ['done'], ['Hundreds of users.']));
  const again = await mock('');
  expect(again.stdout).toContain('You left this room');
  const { stdout } = await mock(lines(questions, ['done', '---']), '--fresh');
  expect(stdout).toContain('Requirements, phase 1 of 4');
  expect(stdout).not.toContain('You left this room');
  expect(stdout).not.toContain('Kept from before');
  expect(stdout).toContain('The open mock is left; its scores and what you typed in it are kept.');
  using history = tree.history();
  expect(history.dump().drafts.map(({ text }) => text)).toContain('Hundreds of users.');
});

describe('after kill -9', () => {
  test('rounds that are over are kept, what was typed is there, and the time away is not counted', async () => {
    const child = startAtTerminal(['mock', '--short', '--root', tree.root]);
    const screen = read(child.stdout);
    await until(() => screen().includes('Enter begins'));
    child.stdin?.write('\r');
    await until(() => screen().includes('hands it in'));
    child.stdin?.write('It fits noise.\r\r');
    await until(() => screen().includes('Which did you say?'));
    child.stdin?.write('none\r');
    await until(() => screen().includes('Round 2 of 5'));
    child.stdin?.write('\r');
    await until(() => screen().split('hands it in').length === 3);
    child.stdin?.write('Half a thou');
    await until(() => {
      using history = tree.history();
      const texts = history.dump().drafts.map(({ text }) => text);
      return texts.includes('Half a thou') && texts.some((text) => /"usedMs":[1-9]/.test(text));
    });
    killJudge();
    await once(child, 'close');
    expect(overs()).toHaveLength(1);

    const again = startAtTerminal(['mock', '--root', tree.root]);
    const after = read(again.stdout);
    await until(() => after().includes('Enter begins'));
    expect(after()).toMatch(/1 of 5 over/);
    expect(after()).toMatch(/Round 2 of 5.*0:0\d used so far/);
    expect(events().some(({ kind }) => kind === 'cutOff')).toBe(true);
    again.stdin?.write('\r');
    await until(() => after().includes('Half a thou'));
    again.stdin?.write('\u0003');
    const [exitCode]: unknown[] = await once(again, 'close');
    expect(exitCode).toBe(130);
    expect(after()).toMatch(/You left the mock\. 1 of 5 rounds is over/);
  });

  test('a round may be skipped, an empty answer is told and asked again, another mock begun', async () => {
    const child = startAtTerminal(['mock', '--short', '--root', tree.root]);
    const screen = read(child.stdout);
    await until(() => screen().includes('Enter begins'));
    child.stdin?.write('\r');
    await until(() => screen().includes('hands it in'));
    child.stdin?.write('\r');
    await until(() => screen().includes('The answer is empty'));
    await until(() => screen().split('Enter begins').length === 3);
    child.stdin?.write('skip\r');
    await until(() => screen().includes('Round 2 of 5'));
    expect(overs()).toMatchObject([{ round: 0, result: { kind: 'skipped' } }]);
    child.stdin?.write('\u0003');
    await once(child, 'close');

    await mock('', '--fresh');
    const started = events().filter(({ kind }) => kind === 'started');
    expect(started).toHaveLength(2);
    expect(events()).toContainEqual(expect.objectContaining({ kind: 'ended', how: 'left' }));
  });
});

describe('bad input gets one clear sentence', () => {
  test.each([
    [['mock', 'now'], /"mock" takes list, report, answers or no word, not "now"/],
    [['mock', 'list', 'x'], /not "list x"/],
    [['mock', 'report'], /There is no mock interview yet\. Begin one: npm run judge mock/],
    [['mock', '--ticks', '1'], /"mock" takes no --ticks/],
  ])('%j', async (args, says) => {
    const { exitCode, stderr } = await runCli([...args, '--root', tree.root], { JUDGE_HOME: home });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(events()).toEqual([]);
  });

  test('a session that runs already, and a short mock while a full one is open', async () => {
    tree.begin(0);
    const refused = await mock('');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/A session on double is running\. End it first/);
    expect(events()).toEqual([]);
    await runCli(['finish', '--root', tree.root], { JUDGE_HOME: home });
    await piped(['mock', '--root', tree.root], '');
    expect((await mock('')).stderr).toMatch(/A full mock is open.*--short --fresh/);
  });

  test('a terminal gets the sentence broken between its words', async () => {
    const child = startAtTerminal(['mock', 'now']);
    const screen = read(child.stdout);
    await once(child, 'close');
    const shown = screen().trim().split(/\r?\n/);
    expect(shown).toHaveLength(2);
    for (const line of shown) expect(line.length).toBeLessThanOrEqual(80);
    expect(shown.join(' ')).toContain('Begin one: npm run judge mock -- --short');
  });

  test('a session that runs keeps another mock from taking the place of the open one', async () => {
    await mock('');
    tree.begin(0);
    const refused = await mock('', '--fresh');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/Then go on: npm run judge mock -- --fresh\n/);
    expect(kinds()).toEqual(['started']);
  });

  test('a data file that broke meanwhile ends it with the sentence, and the mock stays open', async () => {
    await mock('');
    const [first] = events();
    const id = first?.kind === 'started' ? first.rounds[0]?.id : '';
    const file = join(tree.root, 'problems/concepts/ml', `${id}.json`);
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, '{');
    const broken = await mock('x\n\n');
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toMatch(/cannot be read/);
    expect(overs()).toEqual([]);
  });
});

test('a story that was told in a mock counts: at home, and for the next mock', async () => {
  await mock(lines(questions, coding, design, marks, story));
  const { stdout } = await runCli(['--plain', '--root', tree.root], { JUDGE_HOME: home });
  expect(stdout).toMatch(/ready: stories 1 of \d\nready: mocks 1\n/);
  const [first] = events();
  const told = first?.kind === 'started' ? first.rounds.at(-1)?.id : undefined;
  await mock('');
  const second = events().findLast(({ kind }) => kind === 'started');
  const next = second?.kind === 'started' ? second.rounds.at(-1)?.id : undefined;
  expect(next).not.toBe(told);
});

test('the minutes of an open mock stay: --extra-time says so', async () => {
  await mock('');
  const { stdout } = await mock('', '--extra-time', '2');
  expect(stdout).toMatch(/^--extra-time 2 is not heeded: a mock is open/);
  expect(stdout).toContain('npm run judge mock -- --short --fresh --extra-time 2\n');
  expect(kinds()).toEqual(['started']);
});

test('the answers to the rounds that are over are shown, those to come are not', async () => {
  await mock(lines(questions.slice(0, 3)));
  const { stdout } = await runCli(['mock', 'answers', '--root', tree.root], { JUDGE_HOME: home });
  expect(stdout.match(/^Formula /gm)).toHaveLength(1);
  expect(stdout).not.toContain('A made-up story');
});
