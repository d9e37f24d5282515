import { describe, expect, test } from 'vitest';
import { continued } from '#judge/commands/draft.ts';
import { readTicks } from '#judge/commands/ticks.ts';
import { chooseNext } from '#judge/drill/choose.ts';
import { dueOf, isDue, recallAt, type Review } from '#judge/drill/schedule.ts';
import { missedCritical, rate, reviewOf, scoreOf } from '#judge/drill/score.ts';
import { loadConcepts } from '#judge/problem/concepts.ts';
import { root } from '../helpers/cli.ts';

const concepts = loadConcepts(root);
const [concept] = concepts;
if (concept === undefined) throw new Error('no concepts');

/** Four points of equal weight, the first two critical. */
const four = {
  ...concept,
  points: ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    weight: 1,
    critical: index < 2,
    text: id,
    counts: id,
    nearMiss: id,
    patterns: [id],
    opposites: [],
  })),
};
/** Twenty points of equal weight, the first critical. */
const twenty = {
  ...four,
  points: Array.from({ length: 20 }, (_, index) => ({
    ...four.points[0],
    id: `p${index}`,
    weight: 1,
    critical: index === 0,
    text: 'x',
    counts: 'x',
    nearMiss: 'x',
    patterns: ['x'],
    opposites: [],
  })),
};
const first = (n: number): string[] => twenty.points.slice(0, n).map(({ id }) => id);
const without = (n: number): string[] => twenty.points.slice(1, n + 1).map(({ id }) => id);

describe('a score', () => {
  test('is the share of the weights, and unknown points add nothing', () => {
    expect(scoreOf(four, ['a', 'c', 'unknown'])).toBe(50);
    const heavy = {
      ...four,
      points: four.points.map((p) => (p.id === 'a' ? { ...p, weight: 3 } : p)),
    };
    expect(scoreOf(heavy, ['a'])).toBe(50);
    expect(missedCritical(four, ['a', 'c'])).toEqual(['b']);
  });
});

describe('the rating', () => {
  test.each([
    [7, 'again'],
    [8, 'hard'],
    [12, 'hard'],
    [13, 'good'],
    [17, 'good'],
    [18, 'easy'],
    [20, 'easy'],
  ])('%i of 20 points, the critical one among them, is %s', (n, rating) => {
    expect(rate(twenty, first(n))).toBe(rating);
  });

  test('nothing makes up for most of the critical points', () => {
    expect(rate(twenty, without(19))).toBe('again');
    expect(rate(four, ['a', 'c', 'd'])).toBe('hard');
    expect(rate(four, ['c', 'd'])).toBe('again');
  });

  test('is that of the ticks; the matcher decides only unasked and trusted', () => {
    const given = { answer: 'x', matched: first(20) };
    const ticked = reviewOf(twenty, { ...given, ticked: first(3), isTrusted: true });
    expect(ticked).toMatchObject({ self: { score: 15 }, matched: { score: 100 }, rating: 'again' });
    const matched = reviewOf(twenty, { ...given, ticked: undefined, isTrusted: true });
    expect(matched.rating).toBe('easy');
    expect(matched.self).toBeUndefined();
    expect(
      reviewOf(twenty, { ...given, ticked: undefined, isTrusted: false }).rating,
    ).toBeUndefined();
  });
});

const day = (n: number, hour = 12): Date => new Date(2026, 0, n, hour);
const review = (n: number, rating: Review['rating']): Review => ({ at: day(n), rating });
const daysUntilDue = (reviews: Review[]): number => {
  const due = dueOf(reviews);
  return due === undefined
    ? NaN
    : (due.getTime() - (reviews.at(-1)?.at.getTime() ?? 0)) / 86_400_000;
};

describe('the schedule', () => {
  test('never asked means never due', () => {
    expect(dueOf([])).toBeUndefined();
  });

  test('the better the rating the later it comes, at least a day', () => {
    const intervals = (['again', 'hard', 'good', 'easy'] as const).map((rating) =>
      daysUntilDue([review(1, rating)]),
    );
    expect(intervals).toEqual(intervals.toSorted((a, b) => a - b));
    expect(new Set(intervals).size).toBe(4);
    expect(intervals[0]).toBeGreaterThanOrEqual(1);
  });

  test('a card that was known grows its interval, one that was not loses it', () => {
    const known = daysUntilDue([review(1, 'good'), review(4, 'good')]);
    expect(known).toBeGreaterThan(daysUntilDue([review(1, 'good')]));
    expect(daysUntilDue([review(1, 'good'), review(4, 'again')])).toBeLessThan(known);
  });

  test('the same reviews give the same day', () => {
    const reviews = [review(1, 'good'), review(5, 'easy'), review(30, 'hard')];
    expect(dueOf(reviews)).toEqual(dueOf(reviews));
  });

  test('is due all day, from midnight on', () => {
    expect(isDue(day(5, 23), day(5, 0))).toBe(true);
    expect(isDue(day(5, 0), day(4, 23))).toBe(false);
  });
});

describe('with an interview', () => {
  const easy = [review(1, 'easy')];

  test('nothing is scheduled past the day before it', () => {
    const interview = day(6, 9);
    expect(dueOf(easy)?.getTime()).toBeGreaterThan(interview.getTime());
    expect(dueOf(easy, { interview })).toEqual(day(5, 0));
  });

  test('what comes earlier stays as it is', () => {
    const soon = [review(1, 'again')];
    expect(dueOf(soon, { interview: day(20) })).toEqual(dueOf(soon));
  });

  test('what was answered on the day before it is left to FSRS', () => {
    const last = [review(5, 'good')];
    expect(dueOf(last, { interview: day(6) })).toEqual(dueOf(last));
  });

  test('the recall on that day falls with time and rises with a better rating', () => {
    const good = [review(1, 'good')];
    expect(recallAt(good, day(1))).toBeCloseTo(1);
    expect(recallAt(good, day(10))).toBeLessThan(recallAt(good, day(3)));
    expect(recallAt([review(1, 'easy')], day(10))).toBeGreaterThan(recallAt(good, day(10)));
    expect(recallAt([], day(10))).toBe(0);
  });

  test('at the day that FSRS chose, recall is predicted at 90%', () => {
    const due = dueOf([review(1, 'good')]);
    expect(recallAt([review(1, 'good')], due ?? day(1))).toBeCloseTo(0.9, 1);
  });
});

describe('the next question', () => {
  const cards = (reviews: Record<string, Review[]>) =>
    concepts.map((one) => ({ concept: one, reviews: reviews[one.id] ?? [] }));
  const now = day(20);

  test('is the first of the guide when nothing was asked yet', () => {
    const next = chooseNext(cards({}), { now });
    expect(next).toMatchObject({ kind: 'ask', reason: 'new', concept: { id: 'bias-variance' } });
    expect(chooseNext(cards({}), { now, part: 'llm' })).toMatchObject({
      concept: { id: 'rag-finetuning-prompting' },
    });
  });

  test('is the one that has been due longest, before any new one', () => {
    const reviews = { pca: [review(10, 'again')], lora: [review(2, 'again')] };
    expect(chooseNext(cards(reviews), { now })).toMatchObject({
      concept: { id: 'lora' },
      reason: 'due',
      moreDue: 1,
    });
    expect(chooseNext(cards(reviews), { now, part: 'ml' })).toMatchObject({
      concept: { id: 'pca' },
    });
  });

  test('is the next new one where nothing is due', () => {
    const reviews = { 'bias-variance': [review(20, 'easy')] };
    expect(chooseNext(cards(reviews), { now })).toMatchObject({ concept: { id: 'l1-l2' } });
  });

  test('is none when only due ones are wanted, and says when one comes', () => {
    const reviews = { pca: [review(20, 'easy')] };
    const next = chooseNext(cards(reviews), { now, onlyDue: true });
    expect(next).toEqual({ kind: 'nothing', due: dueOf(reviews.pca) });
    expect(chooseNext(cards({}), { now, onlyDue: true })).toEqual({
      kind: 'nothing',
      due: undefined,
    });
  });
});

describe('ticks', () => {
  test('are numbers in any order and form, all, or none', () => {
    expect(readTicks(' 3, 1;1 ', four)).toEqual(['a', 'c']);
    expect(readTicks('ALL', four)).toEqual(['a', 'b', 'c', 'd']);
    expect(readTicks('none', four)).toEqual([]);
  });

  test.each(['', '0', '5', '1 x', '1.5', '-1'])('"%s" is answered by a sentence', (line) => {
    expect(readTicks(line, four)).toMatch(/from 1 to 4, or all, or none/);
  });
});

test('a text that goes on after a kept one is neither lost nor doubled', () => {
  expect(continued('', 'new')).toBe('new');
  expect(continued('kept', 'more')).toBe('kept\nmore');
  expect(continued('half of', 'half of it')).toBe('half of it');
  expect(continued('half of it', 'half')).toBe('half of it');
});
