// A mock that is left: what counts as leaving, and which time is counted.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { MockEvent } from '#judge/model/mock.ts';
import { readStamp } from '#judge/session/stamp.ts';
import { runCli } from '../helpers/cli.ts';
import { home, killJudge, read, startAtTerminal, until } from '../helpers/drill.ts';
import { events, lines, mock, questions, story, tree } from '../helpers/mock.ts';

const cuts = () => events().flatMap((event) => (event.kind === 'cutOff' ? [event.round] : []));

test('the rounds of code and design are broken off as all others are, and say what was used', async () => {
  await mock(lines(questions, ['time']));
  expect(cuts()).toEqual([2]);
  await mock(lines(['time']));
  const design = await mock(lines(['done', 'Hundreds of users.']));
  expect(design.stdout).toMatch(/Round 3 of 5 {4}coding {4}1 minute {4}0:\d\d used so far/);
  expect(cuts()).toEqual([2, 2, 3]);
  const report = await runCli(['mock', 'report', '--root', tree.root], { JUDGE_HOME: home });
  expect(report.stdout).toMatch(
    /^Broken off {2}3 times; meanwhile the clock of the coding ran on/m,
  );
  const [used] = events()
    .filter(({ kind }) => kind === 'roundOver')
    .slice(2);
  expect(used).toMatchObject({ result: { kind: 'coding' } });
});

test('an empty answer is not a leave, and its time counts', async () => {
  const child = startAtTerminal(['mock', '--short', '--root', tree.root]);
  const screen = read(child.stdout);
  await until(() => screen().includes('Enter begins'));
  child.stdin?.write('\r');
  await until(() => screen().includes('hands it in'));
  child.stdin?.write('\r');
  await until(() => screen().split('Enter begins').length === 3);
  expect(cuts()).toEqual([]);
  child.stdin?.write('\r');
  await until(() => screen().split('hands it in').length === 3);
  killJudge();
  await once(child, 'close');
  const again = startAtTerminal(['mock', '--root', tree.root]);
  const after = read(again.stdout);
  await until(() => after().includes('Enter begins'));
  expect(after()).toMatch(/Round 1 of 5.*0:0\d used so far/);
  expect(cuts()).toEqual([0]);
  killJudge();
  await once(again, 'close');
});

test('a story takes as long as all its stretches', async () => {
  const begun: MockEvent[] = [
    {
      kind: 'started',
      stamp: readStamp(),
      form: 'short',
      rounds: [{ kind: 'story', id: 'disagreement', minutes: 5 }],
    },
    { kind: 'cutOff', round: 0, usedMs: 8_000 },
  ];
  {
    using history = tree.history();
    for (const event of begun) history.append('mock', 'one', event);
  }
  const { stdout } = await mock(lines(story));
  expect(stdout).toMatch(/^Took +0:0[89]$/m);
  expect(stdout).toMatch(/0:0[89] of 5:00/);
});
