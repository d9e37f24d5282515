// The coding round of a mock: one session, which ends with the round however that ends.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentSession } from '#judge/session/store.ts';
import { runCli } from '../helpers/cli.ts';
import { home, killJudge, read, start, startAtTerminal, until } from '../helpers/drill.ts';
import { kinds, lines, mock, overs, questions, tree } from '../helpers/mock.ts';
import { right, slug } from '../helpers/workspace.ts';

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
