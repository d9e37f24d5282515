import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listChanges } from '#judge/suite/changes.ts';
import { excerpt, literal } from '#judge/suite/literal.ts';
import { createRandom } from '#judge/suite/random.ts';
import { vary } from '#judge/suite/vary.ts';

/** What the source text means. */
function evaluate(source: string | undefined): unknown {
  return runInThisContext(`(${source})`);
}

test('a literal read as source is the value again', () => {
  const anything = fc.anything({
    withDate: true,
    withBigInt: true,
    withNullPrototype: false,
    withSparseArray: false,
    key: fc.oneof(fc.string(), fc.constant('__proto__')),
  });
  fc.assert(
    fc.property(anything, (value) => {
      expect(evaluate(literal(value, 1e6))).toEqual(value);
    }),
    { examples: [[new Date(Number.NaN)]] },
  );
});

test('what cannot be seen is written as its code', () => {
  expect(literal('Cafe\u0301\u00a0\t x', 100)).toBe('"Cafe\\u0301\\u00a0\\t x"');
});

test('lines are broken where a formatter would break them', () => {
  const rows = Array.from({ length: 30 }, (_, index) => index * 1000);
  const lines = literal({ name: 'a', rows }, 1e4)?.split('\n') ?? [];
  expect(lines.length).toBeLessThan(9);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

test('there is no literal of what is longer than allowed, or has none', () => {
  expect(literal(Array(1e6).fill(1), 500)).toBeUndefined();
  expect(literal(new Map(), 500)).toBeUndefined();
});

test('of something large the beginning is shown, and how much there is', () => {
  const text = excerpt({ rows: Array.from({ length: 90 }, () => Array(4).fill(1 / 3)), name: 'x' });
  expect(text).toMatch(/\.\.\. 84 more/);
  expect(text).toMatch(/name: "x"/);
  expect(excerpt('y'.repeat(5000))).toMatch(/^"y+"\.\.\. 5000 characters$/);
  expect(excerpt(new Float64Array(3))).toBe('a Float64Array');
});

test('changes are named by their places', () => {
  const before = { rows: [[1, 2], [3]], name: 'a' };
  expect(listChanges(before, { rows: [[1, 5], [3]], name: 'a' })).toEqual([
    'rows[0][1] is 5, before 2',
  ]);
  expect(listChanges(before, before)).toEqual([]);
});

test('a variation keeps what is equal equal, words that mean something, keys and separators', () => {
  const words = new Set(['number', 'null']);
  const args = [
    {
      columns: ['p', 'q'],
      rows: [
        ['a|b', 'c', ' NULL '],
        ['a', 'b|c', 'null'],
        [0, 12, 24],
      ],
    },
    { p: 'number', q: 'number' },
  ];
  const text = z.string();
  const Varied = z.tuple([
    z.object({
      columns: z.array(text),
      rows: z.tuple([
        z.tuple([text, text, text]),
        z.tuple([text, text, text]),
        z.tuple([z.number(), z.number(), z.number()]),
      ]),
    }),
    z.unknown(),
  ]);
  for (let seed = 0; seed < 20; seed += 1) {
    const varied = Varied.parse(vary(args, { random: createRandom(seed, 'x'), words }));
    const [{ columns, rows }, schema] = varied;
    expect(columns).toEqual(['p', 'q']);
    expect(schema).toEqual(args[1]);
    const [[joined, third, empty], [first, other], [zero, twelve, twice]] = rows;
    expect(joined).toBe(`${first}|${other.split('|')[0]}`);
    expect(other).toBe(`${joined.split('|')[1]}|${third}`);
    expect(empty).toBe(' NULL ');
    expect([zero, twice]).toEqual([0, 2 * twelve]);
  }
});
