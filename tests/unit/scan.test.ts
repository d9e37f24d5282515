import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countUnfolded, scan } from '#judge/suite/scan.ts';

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

test('every value that Node can send is plain', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(scan(serialize(value)).kind).toBe('plain');
    }),
    { numRuns: 2_000 },
  );
});

test('texts in two bytes and long numbers are passed over', () => {
  const value = [
    'ä',
    '€uro',
    2n ** 200n,
    -(2n ** 64n),
    'x'.repeat(70_000),
    '\u{1F600}'.repeat(999),
  ];
  expect(scan(serialize({ value, [`${2 ** 31}`]: 1 }))).toMatchObject({
    kind: 'plain',
    mentions: 0,
  });
});

test('bytes that are called plain are read, or refused, at once', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (body) => {
      const bytes = Buffer.concat([serialize(null).subarray(0, 2), body]);
      if (scan(bytes).kind !== 'plain') return;
      try {
        deserialize(bytes);
      } catch {}
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ['objects', [0x6f, 0x7b, 0x00], 3_000_000, 'tooMany'],
  ['sets', [0x27, 0x2c, 0x00], 3_000_000, 'tooMany'],
  ['maps', [0x3b, 0x3a, 0x00], 3_000_000, 'tooMany'],
  ['places', [0x5f], 30_000_000, 'tooMany'],
  ['sparse lists', [0x61, 0xff, 0xff, 0x7f, 0x40, 0x00, 0xff, 0xff, 0x7f], 100, 'holes'],
  ['lists that claim what is not there', [0x41, 0xff, 0xff, 0x7f], 100, 'unreadable'],
])('many %s are refused before they are made', (_name, value, count, kind) => {
  const bytes = Buffer.from(value);
  const many = Buffer.alloc(count * bytes.byteLength, bytes);
  expect(scan(Buffer.concat([serialize(null).subarray(0, 2), many])).kind).toBe(kind);
});

test.each([
  ['nothing', []],
  ['another version of the format', [0xff, 0x01, 0x30]],
  ['a number of six bytes', [0xff, 0x0f, 0x55, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ['a text that ends too early', [0xff, 0x0f, 0x22, 0x05, 0x61]],
  ['shared memory', [0xff, 0x0f, 0x75, 0x00]],
])('%s cannot be read', (_name, bytes) => {
  expect(scan(Uint8Array.from(bytes)).kind).toBe('unreadable');
});

test('an object that is mentioned often counts as often', () => {
  const row = Array.from({ length: 10 }, () => 1);
  expect(countUnfolded({ rows: Array.from({ length: 100 }, () => row) })).toBe(2 + 100 * 11);
  expect(countUnfolded(new Map([[row, new Set([row])]]))).toBe(1 + 11 + 12);
  expect(countUnfolded(Array.from({ length: 2 }, () => Array(50)))).toBe(1 + 2 * 51);
});

test('a value without end counts as infinite', () => {
  const cycle: unknown[] = [];
  cycle.push([cycle]);
  let doubling: unknown = [];
  for (let depth = 0; depth < 80; depth += 1) doubling = [doubling, doubling];
  expect([countUnfolded(cycle), countUnfolded(doubling)]).toEqual([Infinity, Infinity]);
});
