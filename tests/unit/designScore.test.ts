import { describe, expect, test } from 'vitest';
import { callsOf, changeAt, planOf } from '#judge/design/clock.ts';
import { matchNotes } from '#judge/design/match.ts';
import { chooseProbe } from '#judge/design/probe.ts';
import { resultOf } from '#judge/design/result.ts';
import { anchorOf, markOf } from '#judge/design/score.ts';
import { eachPhase, itemsOf, phases } from '#judge/model/design.ts';
import { loadDesign } from '#judge/problem/designs.ts';
import { root } from '../helpers/cli.ts';

const rag = loadDesign(root, 'rag-qa');
const recommender = loadDesign(root, 'recommender');
const agent = loadDesign(root, 'support-agent');
const allBut = (design: typeof rag, ...without: string[]): string[] =>
  itemsOf(design).flatMap(({ item }) => (without.includes(item.id) ? [] : [item.id]));

describe('gates', () => {
  test('all items are 100 points, none are 0', () => {
    expect(markOf(rag, allBut(rag))).toMatchObject({ uncapped: 100, score: 100, gates: [] });
    expect(markOf(rag, [])).toMatchObject({ uncapped: 0, score: 0 });
  });

  test('no evaluation plan caps at 55', () => {
    expect(markOf(rag, allBut(rag, 'evaluation'))).toMatchObject({ uncapped: 92, score: 55 });
    // Either of the two is a plan.
    expect(markOf(recommender, allBut(recommender, 'ab-design')).score).toBe(95);
    expect(markOf(recommender, allBut(recommender, 'ab-design', 'offline-metrics')).score).toBe(55);
  });

  test('an action without a gate before it caps at 50, below the missing evaluation', () => {
    expect(markOf(agent, allBut(agent, 'approval-gate')).score).toBe(50);
    expect(markOf(agent, allBut(agent, 'approval-gate', 'evaluation'))).toMatchObject({
      uncapped: 87,
      score: 50,
      gates: ['no-evaluation', 'unsafe-action'],
    });
  });

  test('no split by time caps at 65; a score below a cap stays', () => {
    expect(markOf(recommender, allBut(recommender, 'time-split')).score).toBe(65);
    expect(markOf(recommender, ['objective']).score).toBe(4);
  });
});

describe('matching by phase', () => {
  const notes = (changed: Partial<ReturnType<typeof empty>>) => ({ ...empty(), ...changed });
  const empty = () => eachPhase(() => '');
  const match = (id: string, changed: Parameters<typeof notes>[0], design = rag) =>
    matchNotes(design, notes(changed)).find((one) => one.id === id);

  test('a point counts wherever it was said, with the words it goes by', () => {
    const text = 'We add BM25 first, as a baseline.';
    const found = match('bm25-baseline', { scaling: text });
    expect(found).toMatchObject({ kind: 'found', phase: 'high-level', saidIn: 'scaling' });
    if (found?.kind !== 'found') throw new Error('not found');
    expect(text.slice(found.span.start, found.span.end)).toBe('BM25 first');
  });

  test('its own phase is looked at first, and no span crosses phases', () => {
    const text = 'BM25 is the baseline.';
    const both = match('bm25-baseline', { requirements: text, 'high-level': text });
    expect(both).toMatchObject({ saidIn: 'high-level' });
    const split = match('bm25-baseline', { requirements: 'BM25', 'high-level': 'the baseline' });
    expect(split?.kind).toBe('missing');
  });

  test('what is denied in one phase and said in another is found', () => {
    const said = { requirements: 'BM25 is not the baseline.', scaling: 'Start with BM25.' };
    expect(match('bm25-baseline', said)).toMatchObject({ kind: 'found', saidIn: 'scaling' });
  });

  test.each([
    ['A random split is fine here, we split at random which works.', 'time-split', recommender],
    ['There is no need for approval before refunds.', 'approval-gate', agent],
    ['The system prompt prevents injection.', 'injection', agent],
  ])('a mistake is no point: %s', (text, id, design) => {
    expect(match(id, { 'deep-dive': text }, design)?.kind).not.toBe('found');
  });
});

describe('probes', () => {
  test('the probe with the most open points is asked, critical ones twice', () => {
    expect(chooseProbe(rag, { phase: 'requirements', covered: [] })?.id).toBe('numbers');
    const covered = ['corpus'];
    expect(chooseProbe(rag, { phase: 'requirements', covered })?.id).toBe('not-there');
  });

  test('where all is covered nothing is asked', () => {
    for (const phase of phases)
      expect(chooseProbe(rag, { phase, covered: allBut(rag) })).toBeUndefined();
  });
});

describe('the clock', () => {
  test('35 minutes are 5, 10, 15, 5, with the change at minute 18', () => {
    const minute = 60_000;
    expect(planOf(35)).toEqual({
      requirements: 5 * minute,
      'high-level': 10 * minute,
      'deep-dive': 15 * minute,
      scaling: 5 * minute,
    });
    expect(changeAt(planOf(35))).toBe(18 * minute);
    expect(changeAt(planOf(70))).toBe(36 * minute);
  });

  test('a short phase has no last minute', () => {
    expect(callsOf(60_000)).toEqual([{ atMs: 60_000, text: 'over' }]);
    expect(callsOf(300_000).map(({ atMs }) => atMs)).toEqual([240_000, 300_000]);
  });
});

test('an anchor takes a quarter of the points', () => {
  expect([0, 0.24, 0.25, 0.5, 0.75, 1].map(anchorOf)).toEqual([
    'very weak',
    'very weak',
    'weak',
    'strong',
    'very strong',
    'very strong',
  ]);
});

test('self and matched stand apart in every part of the result', () => {
  const result = resultOf(rag, {
    notes: eachPhase(() => 'x'),
    probes: [],
    self: markOf(rag, ['evaluation']),
    matched: markOf(rag, ['corpus']),
  });
  expect(result.phases.map(({ self, matched }) => [self?.points, matched])).toEqual([
    [0, 3],
    [0, 0],
    [8, 0],
    [0, 0],
  ]);
  // Critical items that were not ticked; "evaluation" was.
  expect(result.missed).toEqual([5, 6, 19]);
  expect(result.gates).toMatchObject([{ capsAt: 55, caps: ['matched'] }]);
  // Where nobody could be asked, what would have been asked is shown.
  expect(result.probes.map(({ title }) => title)).toHaveLength(4);
});
