// What was returned and what should have been, in a few words: for a suite that people may read.
import { printable } from '../model/printable.ts';
import { missingKey, type Difference } from './checkers.ts';
import type { Fault } from './fault.ts';
import { excerpt } from './literal.ts';

const maxChars = 100;
/** Of two texts, what is the same before they part, and still shown. */
const sameChars = 30;

export function compare({ actual, expected }: Difference): Fault['compared'] {
  const cut = commonStart(actual, expected) - sameChars;
  return { got: short(actual, cut), expected: short(expected, cut) };
}

function short(value: unknown, cut: number): string {
  if (value === missingKey) return 'no such key';
  const shown = typeof value === 'string' && cut > 0 ? `…${value.slice(cut)}` : value;
  return printable(excerpt(shown).replace(/\n\s*/g, ' '), maxChars);
}

/** How many characters two texts have in common before they part. */
function commonStart(one: unknown, other: unknown): number {
  if (typeof one !== 'string' || typeof other !== 'string') return 0;
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
