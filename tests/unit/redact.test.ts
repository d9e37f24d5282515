import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '#judge/suite/redact.ts';

const secret = 'the quick brown fox jumps over the lazy dog';

test.each([
  ['a whole text', secret, '(hidden)'],
  ['a text with others around', `got ${secret}!`, 'got (hidden)!'],
  ['the begin of a text', secret.slice(0, 25), '(hidden)'],
  ['two pieces', `${secret.slice(0, 15)}##${secret.slice(20)}`, '(hidden)##(hidden)'],
  ['a number', 'got 12345.5', 'got (hidden)'],
])('%s is taken out', (_what, message, redacted) => {
  expect(redact(message, [[{ text: secret }], 12345.5])).toBe(redacted);
});

test('what is short or not of the input stays', () => {
  const message = 'TypeError: x is not a function (7, ab)';
  expect(redact(message, [secret, 7, 'ab'])).toBe(message);
});

test('no twelve characters of a text are left', () => {
  const texts = fc.string({ minLength: 12, maxLength: 80 });
  fc.assert(
    fc.property(texts, fc.string(), fc.nat(60), fc.nat(60), (text, around, from, length) => {
      const message = `${around}${text.slice(from, from + 12 + length)}${around}`;
      const redacted = redact(message, [text]);
      for (let at = 0; at + 12 <= text.length; at += 1) {
        const piece = text.slice(at, at + 12);
        if (!'(hidden)(hidden)(hidden)'.includes(piece)) expect(redacted).not.toContain(piece);
      }
    }),
  );
});
