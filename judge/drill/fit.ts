// Where in an answer a pattern fits.
import leven from 'leven';
import type { Pattern, Phrase } from './pattern.ts';
import type { Word } from './words.ts';

/** Places of words; the end is exclusive. */
export type Range = { from: number; to: number };

/** One way in which a pattern fits: the range from its first to its last slot, and the slots. */
export type Fit = Range & { slots: readonly Range[] };

/** The end of a sentence counts as so many words. */
const sentenceCost = 4;

/** Every way in which the pattern fits. */
export function fitsOf({ slots, blockers, window }: Pattern, words: readonly Word[]): Fit[] {
  const places = slots.map(({ phrases }) => phrases.flatMap((phrase) => placesOf(phrase, words)));
  const blocked = blockers.flatMap((phrase) => placesOf(phrase, words));
  return combine(places, { slots, window, words })
    .map((taken) => ({ ...hull(taken), slots: taken }))
    .filter((fit) => pointsForward(fit, words))
    .filter(
      (fit) =>
        !blocked.some(
          (place) => isWithin(place, fit) && !fit.slots.some((slot) => overlaps(slot, place)),
        ),
    );
}

/** Over the end of a sentence only what was named first is meant: "Lasso is sparse. It ...". */
function pointsForward({ from, to, slots }: Fit, words: readonly Word[]): boolean {
  return words[from]?.sentence === words[to - 1]?.sentence || slots[0]?.from === from;
}

function combine(
  places: readonly Range[][],
  { slots, window, words }: Pick<Pattern, 'slots' | 'window'> & { words: readonly Word[] },
): Range[][] {
  let taken: Range[][] = [[]];
  for (const [index, options] of places.entries()) {
    taken = taken.flatMap((before) =>
      options
        .filter((place) => !before.some((other) => overlaps(other, place)))
        .filter((place) => !slots[index]?.isAfter || place.from >= (before.at(-1)?.to ?? 0))
        .map((place) => [...before, place])
        .filter((all) => widthOf(hull(all), words) <= window),
    );
  }
  return taken;
}

function widthOf({ from, to }: Range, words: readonly Word[]): number {
  const sentences = (words[to - 1]?.sentence ?? 0) - (words[from]?.sentence ?? 0);
  return to - from + sentences * sentenceCost;
}

function placesOf(phrase: Phrase, words: readonly Word[]): Range[] {
  return words.flatMap((_, from) =>
    phrase.every((wanted, offset) => isWord(words[from + offset]?.text, wanted)) &&
    words[from]?.sentence === words[from + phrase.length - 1]?.sentence
      ? [{ from, to: from + phrase.length }]
      : [],
  );
}

/** Short words must be right; long ones may have a slip of one letter. */
const lettersForASlip = 7;

function isWord(text: string | undefined, wanted: string): boolean {
  if (text === undefined) return false;
  if (wanted === '_') return true;
  if (wanted.endsWith('*')) return text.startsWith(wanted.slice(0, -1));
  if (text === wanted || text === `${wanted}s` || text === `${wanted}es`) return true;
  return wanted.length >= lettersForASlip && leven(text, wanted, { maxDistance: 2 }) <= 1;
}

function hull(ranges: readonly Range[]): Range {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
