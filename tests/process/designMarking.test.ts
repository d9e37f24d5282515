// The marking of a design: what the person says of it once all phases are over.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { History } from '#judge/history/history.ts';
import { root } from '../helpers/cli.ts';
import { killJudge, startAtTerminal, until } from '../helpers/drill.ts';
import { designs, draft, leaveRoom, type, words } from '../helpers/room.ts';

test('Ctrl-C at the checklist keeps all; the room goes on with the marking', async () => {
  leaveRoom({ deepDive: 0, at: 'marking' });
  const child = startAtTerminal(['design', 'rag-qa', '--blind', '1,1,1,1']);
  const screen = words(child);
  await until(() => screen().includes('Go on with it?'));
  expect(screen()).toContain('after the last phase');
  await type(child, '\r');
  await until(() => screen().includes('Which did you say?'));
  child.stdin?.write('\u0003');
  const [exitCode]: unknown[] = await once(child, 'close');
  expect(exitCode).toBe(130);
  expect(designs()).toEqual([]);
  expect(draft('design-room/rag-qa')).toContain('"at":"marking"');
});

test('what was said in the marking is kept through kill -9: nothing is asked again', async () => {
  leaveRoom({ deepDive: 0, at: 'marking' });
  const child = startAtTerminal(['design', 'rag-qa']);
  const screen = words(child);
  await until(() => screen().includes('Go on with it?'));
  await type(child, '\r');
  await until(() => screen().includes('Four numbers'));
  await type(child, '2 3 1 2\r');
  await until(() => screen().includes('Which did you say?'));
  await type(child, '1 5\r');
  await until(() => screen().split('Which did you say?').length === 3);
  await type(child, 'none\r');
  await until(() => screen().split('Which did you say?').length === 4);
  killJudge();
  await once(child, 'close');

  const again = startAtTerminal(['design', 'rag-qa']);
  const after = words(again);
  await until(() => after().includes('Go on with it?'));
  await type(again, '\r');
  await until(() => after().includes('Which did you say?'));
  expect(after()).not.toContain('Before anything is shown');
  expect(after()).toContain('You said requirements weak, high level strong, deep dive very weak');
  expect(after()).toContain('You ticked requirements: 1 5 You ticked high level: none');
  expect(after()).toContain('Deep dive, 40 points. Tick');
  expect(after()).not.toContain('Requirements, 20 points. Tick');
  again.stdin?.write('none\rnone\r');
  const [exitCode]: unknown[] = await once(again, 'close');
  expect(exitCode).toBe(0);
  const [record] = designs();
  expect(record?.blind).toMatchObject({ requirements: 'weak', 'high-level': 'strong' });
  expect(record?.self?.items).toEqual(['users-and-cost', 'access-pii']);
});

test('an answer to a probe is recorded, also where all notes are empty', async () => {
  leaveRoom({ deepDive: 0 });
  {
    using history = new History(root);
    history.saveDraft('design/rag-qa-requirements', '');
  }
  const child = startAtTerminal(['design', 'rag-qa', '--ticks', 'none', '--blind', '1,1,1,1']);
  const screen = words(child);
  await until(() => screen().includes('Go on with it?'));
  await type(child, '\r');
  await until(() => screen().includes('Deep dive, phase 3 of 4'));
  await type(child, '---\r');
  await until(() => screen().includes('chunk size on a Friday'));
  await type(child, 'The golden set gates it.\r---\r');
  await until(() => screen().includes('Scaling, phase 4 of 4'));
  await type(child, '---\r');
  await until(() => screen().includes('withdrawn at noon'));
  child.stdin?.write('---\r');
  const [exitCode]: unknown[] = await once(child, 'close');
  expect(exitCode).toBe(0);
  expect(designs()[0]?.probes).toContainEqual(
    expect.objectContaining({ phase: 'deep-dive', answer: 'The golden set gates it.' }),
  );
});
