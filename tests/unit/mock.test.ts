import { describe, expect, test } from 'vitest';
import { chooseRounds, type Choices } from '#judge/mock/choose.ts';
import { foldMocks, isWhole, nextRound, openMock, toldIn } from '#judge/mock/mock.ts';
import type { MockEvent, RoundResult } from '#judge/model/mock.ts';
import { renderMockLeft, renderMockStart, renderRoundHead } from '#judge/reporters/mock.ts';
import { renderMockReport, renderMocks } from '#judge/reporters/mockReport.ts';
import { at, minuteMs } from '../helpers/session.ts';

const choice = (id: string, times = 0) => ({ id, times });
const choices: Choices = {
  concepts: {
    ml: [choice('a', 2), choice('b'), choice('c'), choice('d', 1)],
    llm: [choice('l', 1), choice('m', 3)],
  },
  problems: [
    { ...choice('iris', 1), minutes: 20 },
    { ...choice('rag'), minutes: 30 },
  ],
  designs: [choice('recommender', 1), choice('agent', 2)],
  prompts: [choice('explaining')],
};
const rounds = chooseRounds('short', { choices, random: () => 0.5 });

describe('the rounds', () => {
  test('of the short form take 45 minutes, and are of every kind', () => {
    expect(rounds.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
    expect(rounds.map(({ kind }) => kind)).toEqual([
      'concept',
      'concept',
      'coding',
      'design',
      'story',
    ]);
  });

  test('of the full form give a problem its own time and a design its 35 minutes', () => {
    const full = chooseRounds('full', { choices, random: () => 0.5 });
    expect(full.filter(({ kind }) => kind === 'concept')).toHaveLength(4);
    expect(full.find(({ kind }) => kind === 'coding')).toMatchObject({ id: 'rag', minutes: 30 });
    expect(full.find(({ kind }) => kind === 'design')).toMatchObject({ minutes: 35 });
  });

  test('are of what was practised least, by chance among equals', () => {
    expect(rounds.map(({ id }) => id)).toEqual(['b', 'l', 'rag', 'recommender', 'explaining']);
    const lots = [0.1, 0.9, 0.2, 0.3];
    const other = chooseRounds('short', { choices, random: () => lots.shift() ?? 0.5 });
    expect(other[0]?.id).toBe('c');
  });

  test('give more time to whoever needs it', () => {
    const more = chooseRounds('short', { choices, random: () => 0.5, extraTime: 1.3 });
    expect(more.map(({ minutes }) => minutes)).toEqual([5.2, 5.2, 19.5, 22.1, 6.5]);
  });

  test('leave out a kind of which there is nothing', () => {
    const some = { ...choices, designs: [], problems: [] };
    expect(chooseRounds('short', { choices: some, random: () => 0 }).map((r) => r.kind)).toEqual([
      'concept',
      'concept',
      'story',
    ]);
  });
});

const mark = { score: 65, n: 5, of: 9 };
const results: RoundResult[] = [
  { kind: 'concept', self: mark, matched: { score: 40, n: 3, of: 9 }, isTrusted: true },
  { kind: 'concept', matched: mark, isTrusted: false },
  { kind: 'coding', bell: 62, final: 70, runs: 3, hints: 1 },
  { kind: 'design', self: mark, matched: mark },
  { kind: 'story', text: '', scores: { ownership: 3, decision: 2 } },
];
const entry = (data: MockEvent, subject = 'one') => ({
  at: '2026-03-02T10:15:00.000Z',
  subject,
  data,
});
const started = entry({ kind: 'started', stamp: at(0), form: 'short', rounds });
const over = (round: number, result = results[round]) =>
  entry({
    kind: 'roundOver',
    round,
    usedMs: minuteMs,
    result: result ?? { kind: 'skipped' },
  });
const ended = entry({ kind: 'ended', stamp: at(0), how: 'finished' });

describe('a mock', () => {
  test('goes on with its first round that is not over', () => {
    const [mock] = foldMocks([started, over(0), over(1)]);
    expect(mock && nextRound(mock)).toBe(2);
    expect(openMock(mock === undefined ? [] : [mock])).toBe(mock);
    const [whole] = foldMocks([started, ...rounds.map((_, index) => over(index)), ended]);
    expect(whole && nextRound(whole)).toBeUndefined();
    expect(openMock(whole === undefined ? [] : [whole])).toBeUndefined();
  });

  test('counts the stretches of a round before and after a kill, and not the time between', () => {
    const cut = entry({ kind: 'cutOff', round: 0, usedMs: 2 * minuteMs });
    const [mock] = foldMocks([started, cut, over(0)]);
    expect(mock?.rounds[0]).toMatchObject({ usedMs: 3 * minuteMs, cuts: 1 });
  });

  test('keeps what ended a round first', () => {
    const [mock] = foldMocks([started, over(0), over(0, { kind: 'skipped' })]);
    expect(mock?.rounds[0]).toMatchObject({ usedMs: minuteMs, result: { kind: 'concept' } });
  });

  test('counts as a whole one only when it was finished and no round skipped', () => {
    const all = rounds.map((_, index) => over(index));
    const skipped = over(3, { kind: 'skipped' });
    const left = entry({ kind: 'ended', stamp: at(0), how: 'left' });
    const wholes = [
      [...all, ended],
      [...all.slice(0, 3), skipped, over(4), ended],
      [...all, left],
      all,
    ].flatMap((events) => foldMocks([started, ...events]).map(isWhole));
    expect(wholes).toEqual([true, false, false, false]);
  });

  test('has told its prompt where there are words or a score', () => {
    const toldOf = (result: RoundResult) => toldIn(foldMocks([started, over(4, result)]));
    const told = [{ prompt: 'explaining', at: '2026-03-02T10:15:00.000Z' }];
    expect(toldOf({ kind: 'story', text: 'We disagreed.' })).toEqual(told);
    expect(toldOf({ kind: 'story', text: '', scores: { ownership: 3 } })).toEqual(told);
    expect(toldOf({ kind: 'story', text: '' })).toEqual([]);
    expect(toldOf({ kind: 'skipped' })).toEqual([]);
  });

  test('is none without its beginning', () => {
    expect(foldMocks([over(0)])).toEqual([]);
  });
});

const [whole] = foldMocks([started, ...rounds.map((_, index) => over(index)), ended]);
const [half] = foldMocks([started, over(0), over(1, { kind: 'skipped' })]);
if (whole === undefined || half === undefined) throw new Error('no mocks');

test('the report has each score for itself with its n, the time, and no sum', () => {
  const text = renderMockReport(whole, { columns: 88, hasColor: false, isPlain: true });
  expect(text).toContain(
    'question: b: self 65 of 100 (5 of 9 points), matched 40 of 100 (3 of 9 points); 1:00 of 4:00',
  );
  expect(text).toContain('self not ticked, matched: no score, suggested 5 of 9 points');
  expect(text).toContain('coding: rag: bell 62 of 100, final 70 of 100, 3 runs, 1 hint');
  expect(text).toContain('behavioural: explaining: ownership 3, decision 2 (of 4 each)');
  expect(text).toContain('5:00 used of 45:00');
  expect(text).toContain('Scores of 1 question, 1 problem, 1 design, 1 story; no number sums');
});

const screen = { columns: 88, hasColor: false, isPlain: true };
const cut = (round: number) => entry({ kind: 'cutOff', round, usedMs: 26_000 });
const reportOf = (...later: ReturnType<typeof entry>[]): string => {
  const [mock] = foldMocks([started, ...later]);
  return mock === undefined ? '' : renderMockReport(mock, screen);
};

test('the report does not name what is still to be asked', () => {
  const text = reportOf(over(0), cut(1));
  expect(text).toContain('question: b: self');
  expect(text).toContain('question: l: not over; 0:26 of 4:00');
  expect(text).toContain('coding: not over\ndesign: not over\nbehavioural: not over\n');
});

test('the report counts how often any round was broken off, and says which clock ran on', () => {
  expect(reportOf(cut(0))).toContain('broken off: 1 time; meanwhile the clock stood');
  expect(reportOf(cut(2), cut(2))).toContain('2 times; meanwhile the clock of the coding ran on\n');
  expect(reportOf(cut(2), cut(3))).toContain('coding ran on, the other clocks stood');
  expect(reportOf(over(0))).not.toContain('broken off');
});

test('the report counts only what has a score', () => {
  const told = over(4, { kind: 'story', text: 'We disagreed.' });
  const unjudged = over(2, { kind: 'coding', runs: 0, hints: 0 });
  const suggested = over(1, { kind: 'concept', matched: mark, isTrusted: false });
  expect(reportOf(told, unjudged, suggested)).toContain('No round has a score yet.');
  expect(reportOf(over(0), told)).toContain('Scores of 1 question; no number');
});

test('the report says why a mock with skipped rounds is not counted, the list offers the same form', () => {
  const all = rounds.map((_, index) => over(index));
  const says = '1 round skipped: it does not count as a whole mock.';
  expect(reportOf(...all.slice(0, 4), over(4, { kind: 'skipped' }), ended)).toContain(says);
  expect(reportOf(...all, ended)).not.toContain('skipped');
  const full = { ...whole, start: { ...whole.start, form: 'full' as const } };
  expect(renderMocks([full], screen)).toContain('another: npm run judge mock\n');
  expect(renderMocks([full, whole], screen)).toContain('another: npm run judge mock -- --short\n');
});

test('where there is no mock, or no round with a score, that is said', () => {
  const narrow = { columns: 80, hasColor: false };
  expect(renderMocks([], narrow)).toBe(
    'There is no mock interview yet.\nBegin one   npm run judge mock -- --short\n',
  );
  const skipped = whole.rounds.map((round) => ({ ...round, result: { kind: 'skipped' as const } }));
  const text = renderMockReport({ ...whole, rounds: skipped }, narrow);
  expect(text).toContain('No round has a score yet.');
});

describe.each(
  Object.entries({
    start: (screen) => renderMockStart(half, { isAgain: true, screen }),
    head: (screen) => renderRoundHead(whole, { index: 3, usedMs: 26_000, screen }),
    report: (screen) => renderMockReport(whole, screen),
    'report of an open one': (screen) => renderMockReport(half, screen),
    list: (screen) => renderMocks([half, whole], screen),
    left: (screen) => renderMockLeft(half, screen),
  } satisfies Record<
    string,
    (screen: { columns: number; hasColor: boolean; isPlain?: boolean }) => string
  >),
)('the %s', (_name, render) => {
  test.each([80, 40])('fits into %i columns', (columns) => {
    const lines = render({ columns, hasColor: false }).split('\n');
    for (const line of lines.filter((one) => !one.includes('npm run judge')))
      expect(line.length, line).toBeLessThanOrEqual(columns);
  });

  test('plain is one fact a line', () => {
    const lines = render({ columns: 40, hasColor: false, isPlain: true }).trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^\S.*[a-z0-9]/i);
    expect(lines.join('\n')).not.toMatch(/[|#]|-{3}/);
  });
});
