import { afterEach, describe, expect, test, vi } from 'vitest';
import { dueOf, recallAt, type Review } from '#judge/drill/schedule.ts';
import type { PlanItem } from '#judge/model/plan.ts';
import { dayAt, daysBetween, parseInterview, startOf } from '#judge/plan/day.ts';
import { planItems } from '#judge/plan/items.ts';
import { layOut, maxMinutesADay } from '#judge/plan/layout.ts';
import { planOf } from '#judge/plan/plan.ts';
import { drillReadiness } from '#judge/plan/readiness.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const names = (start: string, n: number) =>
  Array.from({ length: n }, (_, index) => ({ id: `${start}${index + 1}` }));

/** What the guide asks for; `done` is by name. */
function items(done: Record<string, string> = {}): PlanItem[] {
  const all = planItems({
    concepts: names('c', 20),
    problems: names('p', 4).map(({ id }) => ({ slug: id, minutes: 20 })),
    designs: names('d', 3),
    prompts: names('s', 4),
    mocks: [],
  });
  return all.map((item) =>
    done[item.name] === undefined ? item : { ...item, doneOn: day(done[item.name] ?? '') },
  );
}

const monday = day('2026-03-02');
const lay = (from: string, interview: string, list = items()) =>
  layOut(list, {
    from: day(from),
    interview: day(interview),
    isDone: ({ doneOn }) => doneOn !== undefined,
  });

afterEach(() => void vi.unstubAllEnvs());

describe('the day of the interview', () => {
  test.each(['2026-03-02', '2026-03-03', '2027-03-02', '2028-02-29', '2028-03-02'])(
    '%s is taken on 2026-03-02',
    (text) => {
      expect(parseInterview(` ${text} `, monday).toString()).toBe(text);
    },
  );

  test.each([
    ['2026-03-01', /is in the past; today is 2026-03-02/],
    ['2026-02-30', /there is no day 2026-02-30/],
    ['2027-02-29', /there is no day 2027-02-29/],
    ['2026-13-01', /there is no day/],
    ['2026-00-10', /there is no day/],
    ['2028-03-03', /more than two years ahead\. Type a day until 2028-03-02/],
    ['9999-12-31', /more than two years/],
    ['tomorrow', /takes a day as year-month-day, for instance 2026-03-23; not "tomorrow"/],
    ['', /takes a day/],
    ['2026-3-9', /takes a day/],
    ['20260309', /takes a day/],
    ['2026-03-09T10:00', /takes a day/],
  ])('%s is refused in a sentence', (text, says) => {
    expect(() => parseInterview(text, monday)).toThrow(says);
  });
});

describe('days are those of the wall, also over a change of the clock', () => {
  test.each([
    ['Europe/Berlin', '2026-03-28T23:30:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['America/New_York', '2026-11-01T03:59:00Z', '2026-10-31'],
    ['America/New_York', '2026-11-02T04:59:00Z', '2026-11-01'],
    ['Pacific/Kiritimati', '2026-11-01T10:00:00Z', '2026-11-02'],
  ])('in %s, %s is on %s', (zone, moment, on) => {
    vi.stubEnv('TZ', zone);
    expect(dayAt(Date.parse(moment)).toString()).toBe(on);
  });

  test.each(['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Asia/Kolkata', 'UTC'])(
    'every day of a year begins on itself in %s, and days are counted whole',
    (zone) => {
      vi.stubEnv('TZ', zone);
      for (let n = 0; n < 366; n += 1) {
        const one = monday.add({ days: n });
        expect(dayAt(startOf(one).getTime()).toString()).toBe(one.toString());
        expect(daysBetween(monday, one)).toBe(n);
      }
    },
  );

  test('a card is due on the day before the interview, on whatever side of the change', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const reviews: Review[] = [{ at: new Date('2026-03-26T21:00:00Z'), rating: 'easy' }];
    for (const eve of ['2026-03-28', '2026-03-29', '2026-03-30']) {
      const interview = startOf(day(eve).add({ days: 1 }));
      const due = dueOf(reviews, { interview });
      expect(due && dayAt(due.getTime()).toString()).toBe(eve);
    }
  });
});

describe('a layout', () => {
  const layout = lay('2026-03-02', '2026-03-23');

  test('of three weeks gives each phase its week, and everything its place before the interview', () => {
    expect(layout.leftOut).toEqual([]);
    expect(layout.placed).toHaveLength(items().length);
    for (const { item, day: on } of layout.placed) {
      const week = Math.floor(daysBetween(monday, on) / 7);
      expect(['concepts and coding', 'designs', 'stories and mocks'][week]).toBe(item.phase);
    }
  });

  test('begins today, keeps the order, and no day is much fuller than another of its week', () => {
    expect(layout.placed[0]?.day.equals(monday)).toBe(true);
    expect(layout.placed.map(({ item }) => item.name)).toEqual(items().map(({ name }) => name));
    const load = Map.groupBy(layout.placed, ({ day: on }) => on.toString());
    const first = [...load.values()]
      .slice(0, 7)
      .map((placed) => placed.reduce((sum, { item }) => sum + item.minutes, 0));
    // A problem takes 20 minutes and belongs to one day: each may be that far from the mean.
    expect(Math.max(...first) - Math.min(...first)).toBeLessThanOrEqual(40);
  });

  test('of one day takes something of each phase, within what a day holds, and says what it leaves out', () => {
    const { placed, leftOut } = lay('2026-03-02', '2026-03-03');
    expect(new Set(placed.map(({ day: on }) => on.toString()))).toEqual(new Set(['2026-03-02']));
    expect(new Set(placed.map(({ item }) => item.phase)).size).toBe(3);
    const minutes = placed.reduce((sum, { item }) => sum + item.minutes, 0);
    expect(minutes).toBeLessThanOrEqual(maxMinutesADay);
    expect(minutes).toBeGreaterThan(0.7 * maxMinutesADay);
    expect(placed.length + leftOut.length).toBe(items().length);
    expect(leftOut.length).toBeGreaterThan(0);
  });

  test.each([2, 3, 5, 8, 13, 20, 22, 100, 365, 731])(
    'of %i days ends before the interview, and leaves nothing out that fits',
    (days) => {
      const { placed, leftOut } = lay('2026-03-02', monday.add({ days }).toString());
      for (const { day: on } of placed) {
        const offset = daysBetween(monday, on);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThan(days);
      }
      if (days >= 5) expect(leftOut).toEqual([]);
    },
  );

  test('of a year is stretched: the mocks come in its last third', () => {
    const { placed } = lay('2026-03-02', '2027-03-02');
    const mocks = placed.filter(({ item }) => item.name.startsWith('mock'));
    expect(mocks.map(({ day: on }) => daysBetween(monday, on) > 240)).toEqual([true, true, true]);
    const perDay = Map.groupBy(placed, ({ day: on }) => on.toString());
    expect(Math.max(...[...perDay.values()].map(({ length }) => length))).toBe(1);
  });

  test('gives the time of a phase that is done to the others', () => {
    const done = Object.fromEntries(names('d', 3).map(({ id }) => [id, '2026-02-01']));
    const { placed } = lay('2026-03-02', '2026-03-22', items(done));
    const stories = placed.filter(({ item }) => item.phase === 'stories and mocks');
    expect(stories[0]?.day.toString()).toBe('2026-03-12');
  });

  test('loses no day to rounding where shares of phases sum up to whole days', () => {
    const phase = (name: PlanItem['phase'], { of, open }: { of: number; open: number }) =>
      Array.from({ length: of }, (_, index): PlanItem => {
        const item = { name: `${name} ${index}`, phase: name, minutes: 1, type: 'x' };
        return index < open ? item : { ...item, doneOn: day('2026-02-01') };
      });
    // Shares of 1/3, 2/3 and 3/7 of ten days: the last phase begins after exactly seven.
    const list = [
      ...phase('concepts and coding', { of: 24, open: 8 }),
      ...phase('designs', { of: 3, open: 2 }),
      ...phase('stories and mocks', { of: 7, open: 3 }),
    ];
    const { placed } = lay('2026-03-02', '2026-03-12', list);
    const last = placed.find(({ item }) => item.phase === 'stories and mocks');
    expect(last?.day.toString()).toBe('2026-03-09');
  });

  test('on the day itself places nothing', () => {
    expect(lay('2026-03-02', '2026-03-02').placed).toEqual([]);
  });

  test('of nothing left is empty', () => {
    const done = Object.fromEntries(items().map(({ name }) => [name, '2026-02-01']));
    expect(lay('2026-03-02', '2026-03-22', items(done))).toEqual({ placed: [], leftOut: [] });
  });
});

describe('a plan', () => {
  const interview = day('2026-03-23');
  const on = (today: string, done: Record<string, string> = {}) =>
    planOf(items(done), { made: monday, interview, today: day(today) });
  const todays = (today: string, done: Record<string, string> = {}) =>
    on(today, done).days.find(({ day: one }) => one.equals(day(today)))?.items ?? [];
  const first = todays('2026-03-02').map(({ item }) => item.name);
  const doneFirst = Object.fromEntries(first.map((name) => [name, '2026-03-02']));

  test('ticks what is done today, and asks for nothing in its place', () => {
    const ticked = todays('2026-03-02', { [first[0] ?? '']: '2026-03-02' });
    expect(ticked.map(({ item }) => item.name)).toEqual(first);
    expect(ticked.map(({ isDone }) => isDone)).toEqual(first.map((_, index) => index === 0));
  });

  test('goes on the next day with what was meant for it, where nothing was missed', () => {
    const plan = on('2026-03-03', doneFirst);
    expect(plan.replanned).toBeUndefined();
    const second = on('2026-03-02').days[1]?.items.map(({ item }) => item.name);
    expect(todays('2026-03-03', doneFirst).map(({ item }) => item.name)).toEqual(second);
  });

  test('is laid out anew from the day that finds something missed', () => {
    const plan = on('2026-03-05', doneFirst);
    expect(plan.replanned?.on.toString()).toBe('2026-03-05');
    const left = plan.days.flatMap((one) => one.items.map(({ item }) => item.name));
    expect(left).toHaveLength(items().length - first.length);
    expect(left).not.toContain(first[0]);
    expect(plan.days.at(-1)?.day.toString() ?? '').toMatch(/2026-03-2[0-2]/);
  });

  test('is the same however often it is looked at, and only missed days move it', () => {
    const done = { ...doneFirst };
    for (const { item } of todays('2026-03-03', doneFirst)) done[item.name] = '2026-03-03';
    expect(on('2026-03-04', done).replanned).toBeUndefined();
    expect(on('2026-03-04', done)).toEqual(on('2026-03-04', done));
  });

  test('a year ahead does not ask for something every day', () => {
    const far = (today: string, done: Record<string, string>) =>
      planOf(items(done), { made: monday, interview: day('2027-03-02'), today: day(today) });
    const next = far('2026-03-03', { c1: '2026-03-02' });
    expect(next.replanned).toBeUndefined();
    expect(next.days[0]?.day.toString()).not.toBe('2026-03-03');
    // Two years of missed days are laid out in no time.
    expect(far('2027-03-01', {}).replanned?.on.toString()).toBe('2027-03-01');
  });

  test.each([
    ['2026-03-22', 1],
    ['2026-03-23', 0],
    ['2026-03-24', -1],
    ['2027-01-01', -284],
  ])('knows on %s that %i days are left', (today, daysLeft) => {
    const plan = on(today);
    expect(plan.daysLeft).toBe(daysLeft);
    if (daysLeft <= 0) expect(plan.days).toEqual([]);
  });

  test('has problems between questions and mocks between stories', () => {
    const order = items().map(({ name }) => name[0]);
    expect(order.slice(0, 7).join('')).toMatch(/^c+pc+/);
    expect(order.slice(-7).join('')).toBe('smsmsms');
  });

  test('nth mocks are ticked by how many were finished', () => {
    const list = planItems({
      concepts: [],
      problems: [],
      designs: [],
      prompts: [],
      mocks: [monday],
    });
    expect(list.map(({ name, doneOn }) => [name, doneOn?.toString()])).toEqual([
      ['mock 1', '2026-03-02'],
      ['mock 2', undefined],
      ['mock 3', undefined],
    ]);
  });
});

test('predicted recall is a mean over the questions that were asked, with both counts', () => {
  const asked: Review[] = [{ at: startOf(monday), rating: 'good' }];
  const soon = startOf(monday.add({ days: 2 }));
  const late = startOf(monday.add({ days: 30 }));
  expect(drillReadiness([asked, [], []], soon)).toMatchObject({
    asked: 1,
    of: 3,
    recall: recallAt(asked, soon),
  });
  const [near, far] = [soon, late].map((on) => drillReadiness([asked, asked], on).recall ?? NaN);
  expect(near).toBeGreaterThan(far ?? NaN);
  expect(drillReadiness([[], []], soon).recall).toBeUndefined();
});
