// Which key points an answer makes: the automatic score. Deterministic and offline.
import { fitsOf, type Fit } from './fit.ts';
import { isDenied } from './negation.ts';
import { parsePattern, type Pattern } from './pattern.ts';
import { stuffedSentences } from './stuffing.ts';
import { wordsOf, type Word } from './words.ts';

/** What is to be found in a text: patterns and opposites are in the language of pattern.ts. */
type Point = { id: string; patterns: readonly string[]; opposites: readonly string[] };
type Key = { points: readonly Point[]; terms: Readonly<Record<string, string>> };

/** Characters of the answer; the end is exclusive. */
export type Span = { start: number; end: number };

export type PointMatch =
  | { kind: 'found'; id: string; span: Span }
  /** The words are there, and a "not" with them, or the opposite is said. */
  | { kind: 'denied'; id: string; span: Span }
  /** The words are there, in a list of keywords. */
  | { kind: 'listed'; id: string; span: Span }
  | { kind: 'missing'; id: string };

export type AnswerMatch = {
  /** One for each point of the key, in its order. */
  points: PointMatch[];
  /** The parts of the answer that only string keywords together; they count for nothing. */
  stuffed: Span[];
};

/** Matches a text against the key points. Throws a `UsageError` for a malformed pattern. */
export function matchAnswer({ points, terms }: Key, text: string): AnswerMatch {
  const words = wordsOf(text);
  const stuffed = stuffedSentences(words);
  return {
    points: points.map((point) => matchPoint(point, { terms, words, stuffed })),
    stuffed: [...stuffed].map((sentence) => spanOfSentence(words, sentence)),
  };
}

type Answer = {
  terms: Key['terms'];
  words: readonly Word[];
  stuffed: ReadonlySet<number>;
};

function matchPoint({ id, patterns, opposites }: Point, answer: Answer): PointMatch {
  const opposite = fitsOfAll(opposites, answer).find(
    ({ fit, pattern }) => isOneSentence(fit, answer) && isSaid(fit, { pattern, answer }),
  );
  if (opposite !== undefined)
    return { kind: 'denied', id, span: spanOf(opposite.fit, answer.words) };
  const fits = fitsOfAll(patterns, answer);
  const said = fits.filter(({ fit, pattern }) => isSaid(fit, { pattern, answer }));
  const found = best(said);
  if (found !== undefined) return { kind: 'found', id, span: spanOf(found, answer.words) };
  const other = best(fits);
  if (other === undefined) return { kind: 'missing', id };
  return {
    kind: isListed(other, answer) ? 'listed' : 'denied',
    id,
    span: spanOf(other, answer.words),
  };
}

function fitsOfAll(
  sources: readonly string[],
  { terms, words }: Answer,
): { fit: Fit; pattern: Pattern }[] {
  return sources.flatMap((source) => {
    const pattern = parsePattern(source, terms);
    return fitsOf(pattern, words).map((fit) => ({ fit, pattern }));
  });
}

function isSaid(fit: Fit, { pattern, answer }: { pattern: Pattern; answer: Answer }): boolean {
  return !isListed(fit, answer) && (pattern.ownsNegation || !isDenied(fit, answer.words));
}

/** What is said in two sentences may be of two things; the opposite must be said in one. */
function isOneSentence({ from, to }: Fit, { words }: Answer): boolean {
  return words[from]?.sentence === words[to - 1]?.sentence;
}

function isListed({ from, to }: Fit, { words, stuffed }: Answer): boolean {
  return words.slice(from, to).some(({ sentence }) => stuffed.has(sentence));
}

/** The narrowest fit of the first pattern that fits, in the order of the data file. */
function best(found: readonly { fit: Fit; pattern: Pattern }[]): Fit | undefined {
  const first = found[0]?.pattern;
  return found
    .filter(({ pattern }) => pattern === first)
    .map(({ fit }) => fit)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))[0];
}

function spanOf({ from, to }: Fit, words: readonly Word[]): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

function spanOfSentence(words: readonly Word[], sentence: number): Span {
  const own = words.filter((word) => word.sentence === sentence);
  return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
}
