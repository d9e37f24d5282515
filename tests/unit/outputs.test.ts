// Every text of the practice loop, at 80 and at 40 columns and plain.
import { describe, expect, test } from 'vitest';
import { readClock } from '#judge/clock.ts';
import { usage } from '#judge/commands/table.ts';
import type { SubtaskManifest } from '#judge/model/problem.ts';
import type { LaterEvent } from '#judge/model/session.ts';
import { loadProblem } from '#judge/problem/load.ts';
import type { SampleResult } from '#judge/judge.ts';
import { renderDisclosure } from '#judge/reporters/disclosure.ts';
import { renderHint } from '#judge/reporters/hint.ts';
import { renderHistory } from '#judge/reporters/history.ts';
import { renderHome } from '#judge/reporters/home.ts';
import { paragraph, type TextOptions } from '#judge/reporters/layout.ts';
import { renderEnd, renderRuleCard, renderStart, renderTime } from '#judge/reporters/session.ts';
import { renderSample } from '#judge/reporters/sample.ts';
import { renderText } from '#judge/reporters/text.ts';
import { clockText } from '#judge/reporters/timing.ts';
import type { Sitting, Standing } from '#judge/standing.ts';
import { root } from '../helpers/cli.ts';
import { report } from '../helpers/report.ts';
import { at, minuteMs, session } from '../helpers/session.ts';

const events: LaterEvent[] = [
  { kind: 'paused', stamp: at(4 * minuteMs) },
  { kind: 'resumed', stamp: at(6 * minuteMs + 10_000) },
  { kind: 'gap', from: at(7 * minuteMs), stamp: at(9 * minuteMs), cause: 'sleep' },
];
const late = { ...at(26 * minuteMs), wallMs: at(90 * minuteMs).wallMs };
const interview = session(events, { slug: 'iris', mode: 'interview' });
const sitting: Sitting = {
  mode: 'interview',
  clock: readClock(interview, late),
  runs: 9,
  best: 88.5,
  hints: 1,
  examples: 2,
  bell: { points: 48.5, takenFrom: 'snapshot', takenAtMs: 17 * minuteMs },
};
const standing: Standing = {
  attempt: 12,
  last: 88.5,
  best: 100,
  changes: { split: 3, metrics: -1 },
  sitting,
};
const subtask: SubtaskManifest = {
  id: 'test-set-discipline',
  title: 'The test set is looked at once',
  requirement: 'the test rows influence neither the results nor the choice of the winner',
  points: 10,
  critical: true,
  needs: [],
  hints: ['What would change if the test rows were garbage?', 'second', 'third'],
};
const passes = [
  { id: 'split', lastMs: 4 * minuteMs, leastMs: 3 * minuteMs },
  { id: 'test-set-discipline', lastMs: undefined, leastMs: 70 * minuteMs },
  { id: 'time', lastMs: undefined, leastMs: undefined },
];
const scored = { session: interview, sitting, atBell: 48.5, final: 100 };
const view = {
  slug: 'iris',
  totalRuns: 12,
  sessions: [scored, { ...scored, atBell: undefined }],
  runs: [
    { usedMs: 3 * minuteMs, points: 12, verdict: 'WA', isBell: false },
    { usedMs: 20 * minuteMs, points: 48.5, verdict: 'WA', isBell: true },
    { usedMs: 22 * minuteMs, points: 100, verdict: 'AC', isBell: false },
  ],
  passes,
  recent: [{ id: '0123abcd', at: '2026-03-01 09:15', points: 88.5, verdict: 'WA' }],
};
const row = {
  kind: 'problem',
  slug: 'feature-engineering',
  title: 'Feature engineering',
  minutes: 15,
  runs: 12,
  best: 100,
  last: 88.5,
  spentMs: 95 * minuteMs,
} as const;
const home = {
  rows: [
    row,
    { ...row, slug: 'iris', runs: 0, best: undefined, last: undefined, spentMs: 0 },
    { kind: 'broken', slug: 'rag', why: 'problem.json cannot be read: unexpected end of input' },
  ],
  running: { slug: 'iris', mode: 'interview', clock: sitting.clock, isOfMock: false },
  next: 'feature-engineering',
  prepared: {
    readiness: {
      coding: { solved: 3, of: 12 },
      drills: { recall: 0.714, asked: 12, of: 20, on: new Date(2026, 11, 15) },
      designs: { done: 1, of: 3 },
      stories: { served: 2, of: 4 },
      mocks: 1,
    },
    due: 3,
    plan: {
      daysLeft: 21,
      interview: '2026-12-15',
      open: [{ name: 'pca', phase: 'designs', minutes: 8, type: 'npm run judge drill pca' }],
      done: 2,
    },
    hasOpenMock: true,
  },
} as const;

const problem = loadProblem(root, 'feature-engineering');
const longCase = {
  kind: 'failed',
  title: 'an example of the statement that goes over many words of it',
  fault: {
    verdict: 'RTE',
    message: 'your evaluate threw TypeError: rows is not iterable in this place',
    line: 12,
  },
} as const;
const sample: SampleResult = {
  kind: 'ran',
  printed: '',
  groups: [{ id: 'metrics', control: { kind: 'passed', title: 'control' }, cases: [longCase] }],
};

const outputs: Record<string, (options: TextOptions) => string> = {
  report: (options) => renderText(report, { ...options, standing }),
  'report of one outside of any session': (options) =>
    renderText(report, { ...options, standing: { ...standing, sitting: undefined } }),
  'stored report': (options) => renderText(report, { ...options, standing, when: 'yesterday' }),
  hint: (options) => renderHint({ slug: 'iris', subtask, tier: 1, isAgain: false }, options),
  'last hint': (options) => renderHint({ slug: 'iris', subtask, tier: 3, isAgain: true }, options),
  history: (options) => renderHistory(view, options),
  'visible tests': (options) => renderSample(sample, { ...options, slug: 'feature-engineering' }),
  disclosure: (options) => renderDisclosure(problem, { ...options, root }),
  home: (options) => renderHome(home, options),
  'home without a session': (options) => renderHome({ ...home, running: undefined }, options),
  'home of a new person': (options) =>
    renderHome({ ...home, running: undefined, prepared: undefined }, options),
  rules: (options) => renderRuleCard(30, options),
  start: (options) =>
    renderStart({ session: interview, clock: sitting.clock, file: 'workspace/iris.ts' }, options),
  time: (options) => renderTime({ slug: 'iris', sitting }, options),
  end: (options) => renderEnd({ slug: 'iris', how: 'finished', sitting, final: report }, options),
};

describe.each(Object.entries(outputs))('%s', (_name, render) => {
  test.each([80, 40])('fits into %i columns; only what is typed may not be broken', (columns) => {
    const lines = render({ columns, hasColor: false }).split('\n');
    const isPasted = (text: string): boolean => /npm run judge|^ *\S+\/\S+$/.test(text);
    for (const line of lines.filter((text) => !isPasted(text)))
      expect(line.length, line).toBeLessThanOrEqual(columns);
    // A command is never cut in two.
    expect(lines.filter((line) => /npm( run( judge)?)?$/.test(line))).toEqual([]);
  });

  test('plain is one fact a line, without drawings and empty lines', () => {
    const lines = render({ columns: 40, hasColor: false, isPlain: true }).trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^\S.*[a-z0-9]/i);
    expect(lines.join('\n')).not.toMatch(/[|#]|-{3}|\.{4}| {4}/);
  });

  test('colour changes nothing but colour', () => {
    const plain = render({ columns: 80, hasColor: false });
    const colored = render({ columns: 80, hasColor: true });
    // oxlint-disable-next-line no-control-regex -- the codes of colours
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
  });
});

test('a path stays whole, below its label where it does not fit beside it, and so does a fact', () => {
  const narrow = { columns: 40, hasColor: false };
  const disclosed = renderDisclosure(problem, { ...narrow, root }).split('\n');
  expect(disclosed).toContain('  problems/coding/feature-engineering/hidden.test.ts');
  const file = 'solutions/feature-engineering/wrong_answer/a-long-name.ts';
  const lines = renderText({ ...report, file }, narrow).split('\n');
  expect(lines).toContain(`  ${file}:41`);
  expect(lines).toContain('Types');
  expect(lines).toContain('Time        run 0.84 s');
  expect(lines).toContain('            candidate 0.31 s CPU, 142 MB');
});

test('the usage text fits into 80 columns', () => {
  for (const line of usage.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('the home screen fits into 24 lines, with a dozen problems', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...row, slug: `problem-${index}` }));
  for (const running of [home.running, undefined]) {
    const text = renderHome({ ...home, running, rows: many }, { columns: 80, hasColor: false });
    expect(text.split('\n').length).toBeLessThanOrEqual(24);
  }
});

test('the home screen of a running session speaks of nothing else', () => {
  const text = renderHome(home, { columns: 80, hasColor: false });
  expect(text).not.toMatch(/Ready|Today/);
  expect(text).toMatch(/Go on +npm run judge feature-engineering\nEnd it/);
});

test('the home screen of the coding round of a mock goes on with the mock', () => {
  const running = { ...home.running, isOfMock: true };
  const text = renderHome({ ...home, running }, { columns: 80, hasColor: false });
  expect(text).toMatch(/Go on +npm run judge mock +a mock is open\nJudge +npm run judge feature-/);
});

test('the home screen says what is ready part by part, and first what today asks for', () => {
  const options = { columns: 80, hasColor: false, isPlain: true };
  const lines = renderHome({ ...home, running: undefined }, options).split('\n');
  const from = lines.indexOf('ready: coding 3 of 12 at 100');
  expect(lines.slice(from)).toEqual([
    'ready: coding 3 of 12 at 100',
    'ready: designs 1 of 3',
    'ready: stories 2 of 4',
    'ready: mocks 1',
    'ready: drills recall 71% on 2026-12-15, over 12 of 20 asked',
    'today: npm run judge mock, a mock is open',
    'today: npm run judge drill due, 3 questions due',
    'today: npm run judge drill pca, plan 2 of 3, 21 days left',
    'start: npm run judge start feature-engineering',
    'progress: npm run judge history',
    'all else: npm run judge -- --help',
    '',
  ]);
});

test('the report tells what is new since the run before, and what the session came to', () => {
  const text = renderText(report, { columns: 80, hasColor: false, standing });
  expect(text).toMatch(/iris {4}attempt 12 {4}interview {4}23:50 used of 20:00 {2}\(3:50 over\)/);
  expect(text).toMatch(/BELL {3}48\.5\/100 .*the text\s+seen\s+at 17:00 counts/);
  expect(text).toMatch(/NOW {4}62\/100/);
  expect(text).toMatch(/last 88\.5 {3}best 100/);
  expect(text).toMatch(/^AC {2}split .* 3 of 3 +up 3/m);
  expect(text).toMatch(/down 1 {3}FIX FIRST/);
  expect(text).toMatch(/runs 9 {3}hints 1\s+examples 2/);
  expect(text).toMatch(/gap of 2:00: the machine slept/);
  expect(text).toMatch(/wall clock was set forward by 1:04:00/);
});

test('used and left seconds add up to the whole, and of an ended session nothing is left', () => {
  const clock = { ...sitting.clock, usedMs: 306_400, leftMs: 893_600, overMs: 0 };
  expect(clockText({ ...clock, kind: 'running' })).toBe('5:06 used of 20:00  (14:54 left)');
  expect(clockText({ ...clock, kind: 'paused' })).toBe('5:06 used of 20:00  (14:54 left, paused)');
  expect(clockText({ ...clock, kind: 'ended' })).toBe('5:06 used of 20:00');
});

test('a text of several lines keeps them, each set to the width', () => {
  expect(paragraph('one two three\nfour', { columns: 9, hasColor: false })).toEqual([
    'one two',
    'three',
    'four',
  ]);
});

test('scores are drawn as steps with the bell between', () => {
  const lines = renderHistory(view, { columns: 40, hasColor: false }).split('\n');
  const drawn = lines.slice(lines.findIndex((line) => line.startsWith(' 100')));
  expect(drawn.slice(0, 7)).toEqual([
    ' 100 |                            : o---',
    '  75 |                            :',
    '  50 |                            o-',
    '  25 |                            :',
    '   0 |    o-----------------------:',
    '     +----------------------------------',
    '      0:00               bell 20:00',
  ]);
});
