import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDraws,
  checkPartition,
  checkPermutation,
  checkSame,
  findDifference,
  isSameNumber,
} from '#judge/suite/checkers.ts';

describe('findDifference', () => {
  test('a value is the same as its copy', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => findDifference(structuredClone(value), value) === undefined,
      ),
    );
  });

  test.each([
    [null, undefined],
    [undefined, NaN],
    ['5', 5],
    [[1], { 0: 1 }],
    [{ a: undefined }, {}],
    [new Date(0), {}],
    [1, 1 + 1e-6],
    [new Map(), {}],
  ])('%o is not %o', (actual, expected) => {
    expect(findDifference(actual, expected)).toBeDefined();
    expect(findDifference(expected, actual)).toBeDefined();
  });

  test('the path leads to the first difference', () => {
    expect(findDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual({
      path: '.a[1].b',
      how: 'is too small',
      actual: 2,
      expected: 3,
    });
  });

  test('numbers may differ by rounding', () => {
    expect(isSameNumber(0.1 + 0.2, 0.3)).toBe(true);
    expect(isSameNumber(1e12, 1e12 + 100)).toBe(true);
    expect(isSameNumber(NaN, NaN)).toBe(true);
    expect(isSameNumber(-0, 0)).toBe(true);
    expect(isSameNumber(Infinity, 1)).toBe(false);
  });
});

test('the message of a failed comparison does not hold the expected value', () => {
  expect(() => checkSame({ a: 1 }, { a: 31337 }, 'your answer')).toThrow(
    /^your answer is too small at a$/,
  );
  expect(() => checkSame('typo', 'canary', 'your answer')).toThrow(/^your answer is wrong$/);
});

test('a failed comparison holds the expected value in no field, for vitest copies those', () => {
  const error = thrownBy(() => checkSame({ a: 1 }, { a: 31337 }, 'your answer'));
  const fields = inspect(error, { depth: Infinity, showHidden: true, getters: true });
  expect(fields).not.toContain('31337');
});

test.each([
  [{ a: null }, 'your answer is null at a'],
  [{ a: NaN }, 'your answer is NaN at a'],
  [{ a: '31' }, 'your answer is a string of 2 characters at a'],
  [{ a: '3' }, 'your answer is a string of 1 character at a'],
  [{}, 'your answer lacks a key'],
  [{ a: 31337, b: 1 }, 'your answer should not be there at b'],
  [
    { a: 31337, 'a text: \u001b[2J': 1 },
    'your answer should not be there at (a key of 12 characters)',
  ],
])('a wrong answer %o is told by its kind', (actual, message) => {
  expect(() => checkSame(actual, { a: 31337 }, 'your answer')).toThrow(message);
});

test('a partition is ascending, disjoint and complete', () => {
  checkPartition([[0, 2], [1]], 3, 'parts');
  expect(() => checkPartition([[0], [1]], 3, 'parts')).toThrow(/1 of 3 rows stand nowhere/);
  expect(() =>
    checkPartition(
      [
        [0, 1],
        [1, 2],
      ],
      3,
      'parts',
    ),
  ).toThrow(/two places/);
  expect(() => checkPartition([[1, 0]], 2, 'parts')).toThrow(/ascending/);
  expect(() => checkPartition([[0, 3]], 2, 'parts')).toThrow(/not the index/);
});

test('a permutation holds each item as often', () => {
  checkPermutation([2, 1, 1], [1, 2, 1], 'items');
  expect(() => checkPermutation([2, 2, 1], [1, 2, 1], 'items')).toThrow();
  expect(() => checkPermutation(['1'], [1], 'items')).toThrow();
});

test('draws are judged by their mean or their worst', () => {
  expect(checkDraws([0.8, 1], { atLeast: 0.9, by: 'mean', what: 'x' })).toMatchObject({
    value: 0.9,
    bar: 0.9,
    text: 'x: mean of 2 draws 0.900 (bar 0.9)',
  });
  const missed = thrownBy(() => checkDraws([0.8, 1], { atLeast: 0.9, by: 'worst', what: 'x' }));
  expect(missed).toMatchObject({ fault: { verdict: 'WA' }, measurement: { value: 0.8 } });
});

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
