import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '#judge/model/printable.ts';

const controls = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const commands = /::|##\w*\[/;
const dangerous = fc.string({
  unit: fc.constantFrom(
    ':',
    '#',
    '[',
    'a',
    ' ',
    '\n',
    '\r',
    '\u001b',
    '\u009b',
    '\u202e',
    '\u2028',
  ),
});

test('no text keeps what a terminal or a CI would act upon', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dangerous), (text) => {
      const printed = printable(text, 200);
      expect(printed).not.toMatch(controls);
      expect(printed).not.toMatch(commands);
    }),
    { numRuns: 1_000 },
  );
});

test('plain words of any language stay as they are', () => {
  for (const text of ['TypeError: x is not a function', 'größer als „5“: 你好 🙂 (a:b) #1 ## 2'])
    expect(printable(text, 200)).toBe(text);
});

test('a long text is clipped and an odd character spelled out', () => {
  expect(printable('x'.repeat(50), 10)).toBe('xxxxxxxxx…');
  expect(printable('a\u001b[2Jb\nc', 50)).toBe('a\\u001b[2Jb c');
});
