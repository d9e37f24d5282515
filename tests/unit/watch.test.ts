import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readClock } from '#judge/clock.ts';
import type { Mode } from '#judge/model/session.ts';
import { filesOf, packagesOf } from '#judge/problem/imports.ts';
import { renderKeys, statusLine } from '#judge/reporters/watch.ts';
import { readWatched } from '#judge/watch/reading.ts';
import { begin, step, type Effect, type Event, type State } from '#judge/watch/steps.ts';
import { report as failing } from '../helpers/report.ts';
import { at, minuteMs, session } from '../helpers/session.ts';

/** What is done in answer to each event, from a file that holds `a`. */
function play(...events: Event[]): string[] {
  const told = (effect: Effect): string =>
    effect.kind === 'tell' ? effect.news : effect.kind === 'command' ? effect.command : effect.kind;
  let { state, effects }: { state: State; effects: Effect[] } = begin('a');
  return [effects, ...events.map((event) => ({ state, effects } = step(state, event)).effects)].map(
    (all) => all.map(told).join(' '),
  );
}
const saved = (text: string): Event => ({ kind: 'saved', text });
const key = (name: string): Event => ({ kind: 'key', key: name });
const ended: Event = { kind: 'ended', hasVerdict: true };
const dropped: Event = { kind: 'ended', hasVerdict: false };

describe('watch', () => {
  test('runs at once, waits, and runs at a save', () => {
    expect(play(ended, saved('b'), ended)).toEqual(['run', 'waiting', 'run', 'waiting']);
  });
  test('does not run for the text that has its verdict', () => {
    expect(play(ended, saved('a'))).toEqual(['run', 'waiting', 'unchanged']);
  });
  test('runs for the same text after a run without a verdict', () => {
    expect(play(dropped, saved('a'))).toEqual(['run', 'waiting', 'run']);
  });
  test('cancels a run at a save, once, and runs again', () => {
    expect(play(saved('b'), saved('c'), dropped, ended)).toEqual([
      'run',
      'cancel',
      '',
      'run',
      'waiting',
    ]);
  });
  test('lets a run go on when its own text is saved again', () => {
    expect(play(saved('a'), ended)).toEqual(['run', '', 'waiting']);
  });
  test('judges what is there in the end, also where a cancelled run is saved again', () => {
    expect(play(saved('b'), saved('a'), dropped)).toEqual(['run', 'cancel', '', 'run']);
  });
  test('waits for a file that is gone, and does not judge it', () => {
    expect(play(ended, { kind: 'gone' }, key('r'), saved('b'))).toEqual([
      'run',
      'waiting',
      'gone',
      'gone',
      'run',
    ]);
    expect(play(saved('b'), { kind: 'gone' }, dropped)).toEqual(['run', 'cancel', 'gone', 'gone']);
  });
  test('does what a key asks for after the run, and a save before a key', () => {
    expect(play(key('h'), ended, dropped)).toEqual(['run', 'later', 'hint', 'waiting']);
    expect(play(key('h'), saved('b'), dropped)).toEqual(['run', 'later', 'cancel', 'run']);
    expect(play(ended, key('w'), saved('b'), dropped)).toEqual([
      'run',
      'waiting',
      'why',
      '',
      'run',
    ]);
  });
  test('leaves at q whatever goes on, and takes no other key for a command', () => {
    expect(play(key('q'), key('x'), key('toString'))).toEqual(['run', 'quit', '', '']);
  });
});

test('packages are what a text loads before itself', () => {
  const source = [
    "import { a,\n  b } from 'danfojs-node';",
    'import * as c from "@scope/pack/sub";',
    "import 'plain';",
    "import type { T } from 'only-types';",
    "import { readFileSync } from 'node:fs';",
    "import d from './beside.ts';",
    "// import e from 'in-a-comment';",
    "/*\nimport f from 'in-a-block';\n*/",
    "const g = await import('later');",
    "import again from 'plain';",
  ].join('\n');
  expect(packagesOf(source)).toEqual(['danfojs-node', '@scope/pack/sub', 'plain']);
});

test('files are all that a text names by a relative path', () => {
  const source =
    "import a from './a.ts';\nexport * from '../b.ts';\nconst c = import('./c.ts');\nimport d from 'd';";
  expect(filesOf(source)).toEqual(['./a.ts', '../b.ts', './c.ts']);
});

const folder = mkdtempSync(join(tmpdir(), 'judge-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a reading changes with the text and with that of what it imports, not with the time', () => {
  const [main, other] = [join(folder, 'main.ts'), join(folder, 'other.ts')];
  expect(readWatched(main).text).toBeUndefined();
  writeFileSync(main, "export * from './other.ts';");
  const alone = readWatched(main);
  expect(alone.files).toEqual([main, other]);
  writeFileSync(other, "import './main.ts';");
  const both = readWatched(main);
  expect(both.text).not.toBe(alone.text);
  utimesSync(main, new Date(0), new Date(0));
  const touched = readWatched(main);
  expect(touched.text).toBe(both.text);
  expect(touched.stamp).not.toBe(both.stamp);
});

test('the keys of an interview leave out the one that pauses', () => {
  const keys = (mode?: Mode): string => renderKeys(mode, { columns: 80, hasColor: false });
  expect(keys('interview')).toMatch(/t time {4}s statement/);
  expect(keys('practice')).toMatch(/p pause or go on/);
});

test('the status line tells the score of the text that was judged last, and says less on less room', () => {
  const report = { ...failing, points: 88.5 };
  const on = (columns: number, state: 'waiting' | 'judging' = 'waiting'): string =>
    statusLine({ state, clock: undefined, report }, { columns, hasColor: false });
  expect(on(100)).toBe('88.5/100 WA  waiting for a save    r run  h hint  w why  ? keys  q quit');
  expect(on(56)).toBe('88.5/100 WA  waiting for a save    ? keys  q quit');
  expect(on(40)).toBe('88.5/100 WA  waiting for a save  ? keys');
  expect(on(30)).toBe('88.5/100 WA  waiting  ? keys');
  expect(on(25)).toBe('88.5/100 WA  waiting');
  expect(on(100, 'judging')).toMatch(/^judging /);
});

test('the status line is shorter than the screen, and drops whole parts: the clock stays longest', () => {
  const clock = readClock(session(), at(5.7 * minuteMs));
  const on = (columns: number): string =>
    statusLine({ state: 'waiting', clock, report: failing }, { columns, hasColor: false });
  expect(on(40)).toBe('62/100 WA  waiting  14:18 left  ? keys');
  expect(on(25)).toBe('62/100 WA  14:18 left');
  expect(on(20)).toBe('14:18 left');
  expect(on(10)).toBe('');
});
