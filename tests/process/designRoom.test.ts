import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { History } from '#judge/history/history.ts';
import { eachPhase } from '#judge/model/design.ts';
import { root } from '../helpers/cli.ts';
import { home, kill, killJudge, start, startAtTerminal, until } from '../helpers/drill.ts';
import { designs, draft, leaveRoom, type, words } from '../helpers/room.ts';

test('a room asks a probe from what was not covered, then the blind score, then the checklist', async () => {
  const child = startAtTerminal(['design', 'rag-qa']);
  const screen = words(child);
  await until(() => screen().includes('Requirements, phase 1 of 4: 5:00'));
  await type(
    child,
    'A wrong answer costs the user a day.\rSize: 10,000 pages, updated daily.\r---\r',
  );
  // The citations and the permissions are open; the permissions weigh more.
  await until(() => screen().includes('visible to the legal team only'));
  await type(child, 'Only people with access to the document may see it.\r---\r');
  await until(() => screen().includes('High level, phase 2 of 4'));
  await type(child, '\u0004');
  await until(() => screen().includes('Walk me once'));
  await type(child, '---\r');
  await until(() => screen().includes('Deep dive, phase 3 of 4'));
  await type(child, '---\r');
  await until(() => screen().includes('chunk size on a Friday'));
  await type(child, '---\r');
  await until(() => screen().includes('Scaling, phase 4 of 4'));
  await type(child, '---\r');
  await until(() => screen().includes('withdrawn at noon'));
  await type(child, '---\r');
  await until(() => screen().includes('Four numbers'));
  expect(screen()).not.toContain('Tick what you said');
  await type(child, 'strong\r');
  await until(() => screen().includes('Type four numbers from 1'));
  await type(child, '3 1 1 1\r');
  await until(() => screen().includes('what was found: 1 2 5.'));
  expect(screen()).toContain('found "document may see"');
  await type(child, '+3 -2\r');
  await until(() => screen().includes('what was found: none.'));
  await type(child, '\r99\rnone\r');
  await until(() => screen().includes('"99" is none of these'));
  child.stdin?.write('none\r');
  const [exitCode]: unknown[] = await once(child, 'close');
  expect(exitCode).toBe(0);
  expect(screen()).toContain('Self 9 of 100 3 items');
  expect(screen()).toContain('you said strong; 9 of 20 points are weak');
  expect(screen()).toMatch(/was due at 18:00; you were done before/);
  expect(designs()).toMatchObject([
    {
      notes: { 'high-level': '' },
      blind: { requirements: 'strong', scaling: 'very weak' },
      self: { items: ['users-and-cost', 'query-types', 'access-pii'], score: 9 },
      matched: { items: ['users-and-cost', 'corpus', 'access-pii'] },
    },
  ]);
  expect(designs()[0]?.probes[0]).toEqual({
    phase: 'requirements',
    id: 'who-may-see',
    answer: 'Only people with access to the document may see it.',
  });
  expect(draft('design-room/rag-qa')).toBeUndefined();
  expect(draft('design/rag-qa-requirements')).toBeUndefined();
});

describe('nothing that was typed is lost', () => {
  test('after kill -9 in the middle of a line the room goes on where it was', async () => {
    const child = startAtTerminal(['design', 'rag-qa']);
    const screen = words(child);
    await until(() => screen().includes('phase 1 of 4'));
    await type(child, 'They cite the page.\rIf nothing fi');
    const typed = 'They cite the page.\nIf nothing fi';
    await until(() => draft('design/rag-qa-requirements') === typed);
    await until(() => /"requirements":[1-9]/.test(draft('design-room/rag-qa') ?? ''));
    killJudge();
    await once(child, 'close');

    const again = startAtTerminal(['design', 'rag-qa']);
    const after = words(again);
    await until(() => after().includes('Go on with it?'));
    expect(after()).toContain('in Requirements, at 0:0');
    await type(again, 'hm\r');
    await type(again, '\r');
    await until(() => after().includes('phase 1 of 4'));
    expect(after()).toContain('Kept from before (7 words): They cite the page. If nothing fi');
    again.stdin?.write('\u0003');
    const [exitCode]: unknown[] = await once(again, 'close');
    expect(exitCode).toBe(130);
    expect(after()).toMatch(/Not recorded\. What you typed is kept and the clock stands/);
    expect(designs()).toEqual([]);
    expect(draft('design/rag-qa-requirements')).toBe(typed);
  });

  test('after a kill while an editor is open, what it saved is there', async () => {
    const slow = join(home, 'slow.sh');
    writeFileSync(slow, 'printf "Saved in the editor." > "$1"; sleep 60', { mode: 0o755 });
    const child = startAtTerminal(['design', 'rag-qa', '--editor'], { EDITOR: `sh '${slow}'` });
    const file = join(home, 'drafts/design-rag-qa-requirements.md');
    await until(() => existsSync(file) && readFileSync(file, 'utf8') === 'Saved in the editor.');
    killJudge();
    kill(child.pid);
    await once(child, 'close');
    const again = startAtTerminal(['design', 'rag-qa']);
    const screen = words(again);
    await until(() => screen().includes('Go on with it?'));
    await type(again, '\r');
    await until(() => screen().includes('Saved in the editor.'));
    killJudge();
    await once(again, 'close');
  });

  test('"n" and --fresh begin anew', async () => {
    leaveRoom({ deepDive: 0 });
    const child = startAtTerminal(['design', 'rag-qa']);
    const screen = words(child);
    await until(() => screen().includes('Go on with it?'));
    await type(child, 'n\r');
    await until(() => screen().includes('phase 1 of 4'));
    expect(screen()).not.toContain('Kept from before');
    killJudge();
    await once(child, 'close');
    leaveRoom({ deepDive: 0 });
    const fresh = startAtTerminal(['design', 'rag-qa', '--fresh']);
    const after = words(fresh);
    await until(() => after().includes('phase 1 of 4'));
    expect(after()).not.toContain('Go on with it?');
    expect(draft('design/rag-qa-requirements')).toBeUndefined();
    killJudge();
    await once(fresh, 'close');
  });
});

test('in an editor each phase is a file with its question, and the room keeps its clock', async () => {
  const editor = join(home, 'editor.sh');
  writeFileSync(editor, `cat "$1" >> '${home}/seen'; sleep 0.2; printf 'BM25 first. ' >> "$1"`);
  const args = ['design', 'rag-qa', '--editor', '--extra-time', '2', '--ticks', 'none'];
  const child = start(args, { EDITOR: `sh '${editor}'`, VISUAL: '' });
  child.stdin?.end();
  const screen = words(child);
  const [exitCode]: unknown[] = await once(child, 'close');
  expect(exitCode).toBe(0);
  expect(screen()).toContain('1:10:00 in four phases: requirements 10:00');
  expect(readFileSync(join(home, 'seen'), 'utf8')).toMatch(
    /<!-- Requirements: What do you.*-->.*<!-- Scaling: /s,
  );
  const [record] = designs();
  expect(record?.notes).toEqual(eachPhase(() => 'BM25 first.'));
  expect(record?.clock?.plannedMs.scaling).toBe(600_000);
  expect(record?.clock?.usedMs['deep-dive']).toBeGreaterThan(0);
  // Nobody was there to be asked.
  expect(record?.probes).toEqual([]);
});

test('a room that a later version left is not thrown away', async () => {
  {
    using history = new History(root);
    history.saveDraft('design-room/rag-qa', '{"version":2}');
  }
  const child = startAtTerminal(['design', 'rag-qa']);
  const screen = words(child);
  const [exitCode]: unknown[] = await once(child, 'close');
  expect(exitCode).toBe(2);
  expect(screen()).toContain('begin anew with: npm run judge design rag-qa -- --fresh');
});

test('the change request comes by the clock, and the line being typed stays', async () => {
  leaveRoom({ deepDive: 2 * 60_000 + 57_000 });
  const child = startAtTerminal(['design', 'rag-qa']);
  const screen = words(child);
  await until(() => screen().includes('Go on with it?'));
  await type(child, '\r');
  await until(() => screen().includes('Deep dive, phase 3 of 4'));
  await type(child, 'We rer');
  expect(screen()).not.toContain('Legal asks');
  await until(() => /Legal asks.*We rer/.test(screen()));
  await type(child, 'ank.\r');
  await until(() => draft('design/rag-qa-deep-dive') === 'We rerank.');
  expect(draft('design-room/rag-qa')).toMatch(/"changedAtMs":108\d{4}/);
  killJudge();
  await once(child, 'close');
  const again = startAtTerminal(['design', 'rag-qa']);
  const after = words(again);
  await until(() => after().includes('Go on with it?'));
  await type(again, '\r');
  // Whoever comes back sees it again.
  await until(() => after().includes('Legal asks'));
  killJudge();
  await once(again, 'close');
});

test('the clock says the last minute of a phase and its end; nothing ends by itself', async () => {
  leaveRoom({ deepDive: 15 * 60_000 - 2_000 });
  const child = startAtTerminal(['design', 'rag-qa']);
  const screen = words(child);
  await until(() => screen().includes('Go on with it?'));
  await type(child, '\r');
  await until(() => screen().includes('its 15:00 are over'));
  expect(screen()).not.toContain('one minute left');
  expect(screen()).not.toContain('phase 4 of 4');
  killJudge();
  await once(child, 'close');
});
