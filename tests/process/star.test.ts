import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { History } from '#judge/history/history.ts';
import { root, runCli } from '../helpers/cli.ts';
import {
  home,
  killJudge,
  newFolder,
  piped,
  read,
  startAtTerminal,
  until,
} from '../helpers/drill.ts';

const story = [
  'Title: The leak',
  'Situation: Our model failed in use.',
  'Task: I had to mend it by May.',
  'Action: I rebuilt the table. I decided to drop six features instead of tuning.',
  'Result: Renewals rose by 3.1 points.',
].join('\n');

const star = (args: readonly string[], input: string, env = {}) =>
  piped(['star', ...args], input, env);

function events() {
  using history = new History(root);
  return history.list('story', undefined, 'asWritten');
}

function draft(id: string): string | undefined {
  using history = new History(root);
  return history.draft(`star/${id}`);
}

describe('a story through a pipe', () => {
  test('is kept under a name of its own, told in facts, scored, and followed by an example', async () => {
    const { exitCode, stdout } = await star(
      ['challenging-project', '--anchors', '3 2 4 3', '--plain'],
      story,
    );
    expect(exitCode).toBe(0);
    const parts = [
      'Tell me about a challenging machine-learning project.',
      'Facts about the-leak;',
      'words: task 7 (23%)',
      'in action: "I" 2, "we" 0: first person singular 100%',
      'number: in the result: "3.1 points"',
      'decision: "I decided to drop six features instead of"',
      'alternative: "instead of tuning"',
      'self: ownership 3, decision 2, result 4, clarity 3 (of 4 each)',
      'A made-up story of a strong candidate',
    ];
    const places = parts.map((part) => stdout.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(events()).toMatchObject([
      { subject: 'the-leak', data: { kind: 'written', prompt: 'challenging-project' } },
      { subject: 'the-leak', data: { kind: 'scored', scores: { decision: 2 } } },
    ]);
    expect(draft('new-challenging-project')).toBeUndefined();
  });

  test('is edited by the parts that come; each version is kept; the same again is none', async () => {
    await star(['challenging-project'], story);
    const { stdout } = await star(['the-leak'], 'Result: Renewals doubled.');
    expect(stdout).toMatch(/Kept as version 2/);
    await star(['the-leak'], 'Result: Renewals doubled.');
    const shown = await star(['the-leak'], '');
    expect(shown.stdout).toMatch(/The leak {4}version 2\n[^]*Renewals doubled/);
    expect(events().map(({ data }) => data)).toMatchObject([
      { text: { result: 'Renewals rose by 3.1 points.' } },
      { text: { result: 'Renewals doubled.', situation: 'Our model failed in use.' } },
    ]);
  });

  test('may be told for another prompt, which it then serves', async () => {
    await star(['challenging-project'], story);
    expect((await star([], '')).stdout).toMatch(/^Behavioural 2 /);
    const told = await star(['staying-current', 'the-leak', '--anchors', '1 1 1 1'], '');
    expect(told.exitCode).toBe(0);
    expect((await star([], '')).stdout).toMatch(/^Behavioural 3 /);
    const { stdout } = await star(['list', '--plain'], '');
    expect(stdout).toMatch(/^staying-current, story: the-leak: .*ownership 1/m);
    expect(stdout).toMatch(/^explaining, story: no story yet/m);
  });

  test('and its drafts travel with export and import', async () => {
    await star(['challenging-project', '--anchors', '3 2 4 3'], story);
    const file = join(newFolder(), 'history.json');
    await runCli(['export', file], { JUDGE_HOME: home });
    const other = newFolder();
    expect((await runCli(['import', file], { JUDGE_HOME: other })).stdout).toMatch(/^Added 2/);
    const { stdout } = await runCli(['star', 'list'], { JUDGE_HOME: other });
    expect(stdout).toContain('the-leak: The leak; 1 version; ownership 3');
  });
});

describe('bad input gets one clear sentence, and nothing is recorded', () => {
  test.each([
    [['explainin'], 'x', /There is no prompt and no story "explainin"\. Did you mean "explaining"/],
    [['explaining', 'nothing'], '', /There is no prompt and no story "nothing"/],
    [['nothing', 'explaining'], '', /There is no prompt "nothing"/],
    [['explaining', 'a', 'b'], '', /Too many words: "b"/],
    [['explaining'], ' \n', /The story is empty, so nothing is recorded/],
    [['explaining'], 'Task:\nResult:', /The story is empty/],
    [['explaining'], 'hello', /"hello" belongs to no part\. Mark the parts/],
    [['explaining', '--anchors', '9'], story, /--anchors: Type 4 levels from 1 to 4/],
    [['explaining', '--ticks', '1'], story, /"star" takes no --ticks/],
    [['explaining'], `Task: ${'x'.repeat(100_001)}`, /at most 100000 characters/],
  ])('%j', async (args, input, says) => {
    const { exitCode, stderr } = await star(args, input);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(events()).toEqual([]);
  });
});

describe('at a terminal', () => {
  test('parts come one after another; after kill -9 all is there, and the story goes on', async () => {
    const child = startAtTerminal(['star', 'disagreement']);
    const screen = read(child.stdout);
    await until(() => screen().includes('Situation'));
    child.stdin?.write('Two of us disagreed.\r\r');
    await until(() => screen().includes('Task  '));
    child.stdin?.write('I owned the ');
    await until(() => draft('new-disagreement')?.includes('I owned the') === true);
    killJudge();
    await once(child, 'close');
    expect(events()).toEqual([]);

    const again = startAtTerminal(['star', 'disagreement']);
    const after = read(again.stdout);
    await until(() => after().includes('Kept so far'));
    expect(after()).toContain('Two of us disagreed.');
    again.stdin?.write('\r');
    await until(() => after().includes('I owned the'));
    again.stdin?.write('decision.\r\r');
    await until(() => after().includes('Action  '));
    again.stdin?.write('I proposed a rule.\r\r');
    await until(() => after().includes('Result  '));
    again.stdin?.write('It held for 2 years.\r\r');
    await until(() => after().includes('Your 4 levels'));
    again.stdin?.write('5\r');
    await until(() => after().includes('Not "5"'));
    again.stdin?.write('3 3 3 3\r');
    const [exitCode]: unknown[] = await once(again, 'close');
    expect(exitCode).toBe(0);
    expect(events()).toMatchObject([
      {
        data: {
          text: {
            situation: 'Two of us disagreed.',
            task: 'I owned the\ndecision.',
            action: 'I proposed a rule.',
            result: 'It held for 2 years.',
          },
        },
      },
      { data: { kind: 'scored', scores: { clarity: 3 } } },
    ]);
  });

  test('Ctrl-C keeps what was typed and says how to go on', async () => {
    const child = startAtTerminal(['star', 'explaining']);
    const screen = read(child.stdout);
    await until(() => screen().includes('Situation'));
    child.stdin?.write('She believed it learns.\u0003');
    const [exitCode]: unknown[] = await once(child, 'close');
    expect(exitCode).toBe(130);
    expect(screen()).toMatch(/is kept\.\s+Go on +npm run judge star explaining/);
    expect(draft('new-explaining')).toContain('She believed it learns.');
  });

  test('a story is edited part by part', async () => {
    await star(['challenging-project'], story);
    const child = startAtTerminal(['star', 'the-leak']);
    const screen = read(child.stdout);
    await until(() => screen().includes('Part to change'));
    child.stdin?.write('res\r');
    await until(() => screen().includes('What came of it'));
    child.stdin?.write('Renewals rose by 4 points.\r\r');
    await until(() => screen().split('Part to change').length === 3);
    child.stdin?.write('\r');
    const [exitCode]: unknown[] = await once(child, 'close');
    expect(exitCode).toBe(0);
    expect(events().at(-1)).toMatchObject({
      data: { title: 'The leak', text: { result: 'Renewals rose by 4 points.' } },
    });
  });
});

test('an editor gets four headings, or the story as it is', async () => {
  const editor = join(home, 'editor.sh');
  writeFileSync(editor, `cp "$1" '${home}/seen'; printf '%s' "$STORY" > "$1"`);
  const env = { EDITOR: `sh '${editor}'`, VISUAL: '', STORY: story };
  expect((await star(['explaining', '--editor'], '', env)).exitCode).toBe(0);
  expect(readFileSync(join(home, 'seen'), 'utf8')).toMatch(
    /-->\n\n## Situation\n+## Task\n+## Action\n+## Result/,
  );
  const edited = { ...env, STORY: story.replace('May', 'June') };
  expect((await star(['the-leak', '--editor'], '', edited)).stdout).toMatch(/version 2/);
  expect(readFileSync(join(home, 'seen'), 'utf8')).toMatch(/## Task\nI had to mend it by May\./);
  expect(events().at(-1)).toMatchObject({ data: { text: { task: 'I had to mend it by June.' } } });
});

test.each([80, 40])(
  'at %i columns no line of ours is longer but what is typed',
  async (columns) => {
    const env = { COLUMNS: String(columns) };
    const first = await star(['explaining', '--anchors', '1 2 3 4'], story, env);
    const again = await star(['the-leak'], '', env);
    const list = await star(['list'], '', env);
    const lines = `${first.stdout}${again.stdout}${list.stdout}`.split('\n');
    expect(
      lines.filter((line) => line.length > columns && !line.includes('npm run judge')),
    ).toEqual([]);
  },
);
