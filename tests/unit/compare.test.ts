import { expect, test } from 'vitest';
import { findDifference } from '#judge/suite/checkers.ts';
import { compare } from '#judge/suite/compare.ts';

test.each([
  ['numbers as they are', [2, 3], ['2', '3']],
  ['only what differs', [{ a: [1, { b: 2 }] }, { a: [1, { b: null }] }], ['2', 'null']],
  ['the keys where one is missing', [{ a: 1 }, { a: 1, b: 2 }], ['["a"]', '["a", "b"]']],
  ['a key too much', [{ a: 1, b: 2 }, { a: 1 }], ['2', 'no such key']],
  [
    'long texts from a little before they part',
    [`${'a'.repeat(500)}b`, `${'a'.repeat(500)}\n`],
    [`"…${'a'.repeat(30)}b"`, `"…${'a'.repeat(30)}\\n"`],
  ],
])('two values are told in short: %s', (_what, [actual, expected], [got, due]) => {
  const difference = findDifference(actual, expected);
  expect(difference && compare(difference)).toEqual({ got, expected: due });
});

test('however large the values are, they are told on one line of little length', () => {
  const large = Array.from({ length: 1000 }, (_, row) => ({ row, text: 'x'.repeat(1000) }));
  const difference = findDifference({ a: large }, { a: 'none' });
  const got = difference && compare(difference)?.got;
  expect(got?.length).toBeLessThanOrEqual(100);
  expect(got).not.toContain('\n');
});
