// The coding round of a mock: one session, which ends with the round however that ends.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentSession } from '#judge/session/store.ts';
import { runCli } from '../helpers/cli.ts';
import { home, killJudge, read, start, startAtTerminal, until } from '../helpers/drill.ts';
import { kinds, lines, mock, overs, questions, tree } from '../helpers/mock.ts';
import { right, slug, wrong } from '../helpers/workspace.ts';

describe('a coding round', () => {
  test('waits for a session that is ended in another terminal', async () => {
    const child = start(['mock', '--short', '--root', tree.root]);
    const screen = read(child.stdout);
    child.stdin?.write(lines(questions));
    await until(() => screen().includes('Enter judges'));
    writeFileSync(tree.file, right);
    const run = await runCli([slug, '--root', tree.root], { JUDGE_HOME: home });
    expect(run.stdout).toContain('100/100');
    await runCli(['finish', '--root', tree.root], { JUDGE_HOME: home });
    await until(() => screen().includes('Round 4 of 5'));
    expect(screen()).toMatch(/coding +double: final 100 of 100, 1 run/);
    child.kill('SIGKILL');
    await once(child, 'close');
  });

  test('the bell ends the coding round: the file as it was then is the score', async () => {
    await mock(lines(questions, ['time']));
    using history = tree.history();
    const session = currentSession(history);
    expect(session?.start).toMatchObject({ slug, mode: 'interview' });
    // As if it had begun long ago: the events of the log stay, a later session takes its place.
    tree.save(right, 60_000);
    history.append('session', session?.id ?? '', {
      kind: 'ended',
      stamp: session?.start.stamp ?? { wallMs: 0, upMs: 0, boot: '' },
      how: 'finished',
    });
    const id = session?.start.mock ?? '';
    tree.begin(0, { mode: 'interview', minutes: 0.05, mock: id });
    const child = start(['mock', '--short', '--root', tree.root]);
    const screen = read(child.stdout);
    await until(() => screen().includes('Round 4 of 5'));
    expect(screen()).toMatch(/The bell/);
    expect(screen()).toMatch(/coding +double: bell 100 of 100/);
    child.kill('SIGKILL');
    await once(child, 'close');
  });
});

describe('a coding round that was begun', () => {
  test('ends with its score when it is skipped: no session runs on', async () => {
    await mock(lines(questions, ['time']));
    writeFileSync(tree.file, right);
    const child = startAtTerminal(['mock', '--root', tree.root]);
    const screen = read(child.stdout);
    await until(() => screen().includes('s ends the round'));
    child.stdin?.write('s\r');
    await until(() => screen().includes('Round 4 of 5'));
    expect(overs().at(-1)).toMatchObject({ result: { kind: 'coding', final: 100, runs: 1 } });
    using history = tree.history();
    expect(currentSession(history)).toBeUndefined();
    killJudge();
    await once(child, 'close');
  });

  test('ends with its score when another mock is begun', async () => {
    await mock(lines(questions, ['time']));
    writeFileSync(tree.file, right);
    const { exitCode } = await mock('', '--fresh');
    expect(exitCode).toBe(130);
    expect(overs().at(-1)).toMatchObject({ result: { kind: 'coding', final: 100, runs: 1 } });
    expect(kinds().slice(-2)).toEqual(['ended', 'started']);
    using history = tree.history();
    expect(currentSession(history)).toBeUndefined();
  });

  test('is not a session that was begun outside of it', async () => {
    await mock(lines(questions.slice(0, 3)));
    tree.begin(0);
    await tree.run('finish');
    await mock(lines(questions.slice(3), ['time']));
    expect(overs()).toHaveLength(2);
  });
});

describe('at the prompt of the coding round', () => {
  /** A mock at a terminal, its coding round begun. */
  async function atPrompt() {
    await mock(lines(questions, ['time']));
    const child = startAtTerminal(['mock', '--root', tree.root]);
    const screen = read(child.stdout);
    await until(() => screen().includes('s ends the round'));
    child.stdin?.write('\r');
    await until(() => screen().includes('mock> '));
    return { child, screen };
  }

  test('Ctrl-C ends the judging that runs, and not the mock', async () => {
    const { child, screen } = await atPrompt();
    writeFileSync(tree.file, 'export const double = (n: number) => { for (;;) n += 1; };\n');
    child.stdin?.write('judge\r');
    await until(() => screen().includes('Judging double'));
    child.stdin?.write('\u0003');
    await until(() => /Stopped: that is not judged.*mock> /s.test(screen()));
    using history = tree.history();
    expect(history.list('run')).toEqual([]);
    expect(currentSession(history)?.start.slug).toBe(slug);
    writeFileSync(tree.file, right);
    child.stdin?.write('judge\r');
    await until(() => screen().includes('SCORE  100/100'));
    await until(() => screen().includes('All points. Type done'));
    expect(screen()).not.toContain('hidden.test.ts');
    killJudge();
    await once(child, 'close');
  });

  test('a word that means nothing is told, and so is one that begins no round', async () => {
    const { child, screen } = await atPrompt();
    child.stdin?.write('foo\r');
    await until(() => screen().includes('There is no "foo" here.'));
    child.stdin?.write('\u0003');
    await once(child, 'close');
    const again = startAtTerminal(['mock', '--root', tree.root]);
    const after = read(again.stdout);
    await until(() => after().includes('s ends the round'));
    again.stdin?.write('x\r');
    await until(() => after().includes('"x" is none of these.'));
    killJudge();
    await once(again, 'close');
  });

  test('the bell takes a half typed word off the line, and says that the round is over', async () => {
    const { child } = await atPrompt();
    child.stdin?.write('\u0003');
    await once(child, 'close');
    tree.save(wrong);
    tree.begin(57_000, { mode: 'interview', mock: idOfMock() });
    const again = startAtTerminal(['mock', '--root', tree.root]);
    const after = read(again.stdout);
    await until(() => after().includes('s ends the round'));
    again.stdin?.write('\r');
    await until(() => after().includes('mock> '));
    again.stdin?.write('hin');
    await until(() => after().includes('Round 4 of 5'));
    await until(() => after().split('Enter begins').length === 2);
    const rest = after().slice(after().lastIndexOf('mock> '));
    expect(rest).toMatch(/\nThe bell: 1:00 are over, and so is the round\.\s/);
    expect(rest.slice(rest.indexOf('Enter begins'))).not.toContain('hin');
    killJudge();
    await once(again, 'close');
  });

  test('done shows what the last run failed, and nothing about another session', async () => {
    await mock(lines(questions, ['time']));
    tree.save(wrong);
    const { stdout } = await mock(lines(['done']));
    const round = stdout.slice(stdout.indexOf('Judging your file'));
    expect(round).toContain('double(n) is too small');
    expect(round).toMatch(/coding +double: final \d+ of 100, 1 run/);
    expect(round).not.toMatch(/redo|give-up|\n\n\n/);
  });
});

function idOfMock(): string {
  using history = tree.history();
  return history.list('mock').at(-1)?.subject ?? '';
}
