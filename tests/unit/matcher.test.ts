import { describe, expect, test } from 'vitest';
import { matchAnswer } from '#judge/drill/match.ts';
import { countDecisions, isTrusted, measure } from '#judge/drill/measure.ts';
import { parsePattern } from '#judge/drill/pattern.ts';
import { proposeSpans } from '#judge/drill/propose.ts';
import { wordsOf } from '#judge/drill/words.ts';
import { loadConcept } from '#judge/problem/concepts.ts';
import { root } from '../helpers/cli.ts';

const l1l2 = loadConcept(root, 'l1-l2');
const metrics = loadConcept(root, 'precision-recall-f1');

function kindOf(text: string, id: string, concept = l1l2): string | undefined {
  return matchAnswer(concept, text).points.find((point) => point.id === id)?.kind;
}

/** A concept with one point, that its patterns alone decide. */
function onePoint(patterns: string[], opposites: string[] = []) {
  const [point] = l1l2.points;
  if (point === undefined) throw new Error('no point');
  return { ...l1l2, points: [{ ...point, id: 'p', patterns, opposites }] };
}

describe('a point is found', () => {
  test('with the very words of the answer that say it', () => {
    const text = 'Well. Lasso drives\nsome weights to exactly zero, you know.';
    const found = matchAnswer(l1l2, text).points.find(({ id }) => id === 'l1-zeros');
    if (found?.kind !== 'found') throw new Error('not found');
    expect(text.slice(found.span.start, found.span.end)).toBe(
      'Lasso drives\nsome weights to exactly zero',
    );
  });

  test('in other words, another order, and with a slip of the hand', () => {
    expect(kindOf('You get exact zeros with L1.', 'l1-zeros')).toBe('found');
    expect(kindOf('With lasso the solution is sparse.', 'l1-zeros')).toBe('found');
    expect(kindOf('Precision is TP over TP plus FP.', 'precision', metrics)).toBe('found');
    expect(kindOf('Its the harmonc mean of both.', 'f1', metrics)).toBe('found');
  });

  test('when the pronoun of the next sentence means it', () => {
    expect(kindOf('Lasso is one of them. It makes weights exactly zero.', 'l1-zeros')).toBe(
      'found',
    );
  });

  test('in a terse note', () => {
    expect(kindOf('L1 = |w|, gives sparse weights', 'l1-zeros')).toBe('found');
  });
});

describe('a point is not found', () => {
  test.each([
    'L1 does not set any weight to zero.',
    'Lasso never makes a weight zero.',
    'It is not true that L1 drives weights to zero.',
    'It is wrong that L1 drives weights to zero.',
    "It's not really the case that lasso gives sparse weights.",
    'L1 gives exact zeros: a myth.',
  ])('where it is denied: %s', (text) => {
    expect(kindOf(text, 'l1-zeros')).toBe('denied');
  });

  test('where the words of two things are mixed up', () => {
    const text = 'L2 drives weights to exactly zero, L1 shrinks all weights but keeps them.';
    expect(kindOf(text, 'l1-zeros')).not.toBe('found');
    expect(kindOf(text, 'l2-shrinks')).not.toBe('found');
    const swapped = 'Precision is TP / (TP + FN) and recall is TP / (TP + FP).';
    expect(kindOf(swapped, 'precision', metrics)).not.toBe('found');
    expect(kindOf(swapped, 'recall', metrics)).not.toBe('found');
  });

  test('where only its keywords are listed, and the list is shown', () => {
    const list = 'lasso, sparsity, exact zero, ridge, shrinkage, elastic net, lambda, standardize';
    const match = matchAnswer(l1l2, `I would say this. ${list}.`);
    expect(match.points.filter(({ kind }) => kind === 'found')).toEqual([]);
    expect(match.stuffed).toEqual([{ start: 18, end: 18 + list.length }]);
  });

  test('where the next sentence is about something else', () => {
    const text = 'Sparse is what we want. Lasso came up in 1996.';
    expect(kindOf(text, 'l1-zeros')).toBe('missing');
  });

  test('in nothing, in symbols, or in another language', () => {
    for (const text of ['', '???', '()[]{}', 'Ich weiss es leider nicht.'])
      expect(matchAnswer(l1l2, text).points.every(({ kind }) => kind === 'missing')).toBe(true);
  });
});

describe('a negation that is no denial', () => {
  test.each([
    'Not only does lasso shrink weights, it sets some to zero.',
    'Lasso is cheap, no tricks, and gives exact zeros.',
    'It is not wrong that L1 drives weights to zero.',
    'L1 sets weights to zero because it does not weaken near zero.',
  ])('%s', (text) => {
    expect(kindOf(text, 'l1-zeros')).toBe('found');
  });
});

describe('the language of the patterns', () => {
  test.each([
    ['a & b', 'b then a', 'found'],
    ['a > b', 'b then a', 'missing'],
    ['a > b', 'a then b', 'found'],
    ['a & b ! c', 'a and c and b', 'missing'],
    ['a & b ! c', 'c, a and b', 'found'],
    ['a & b @4', 'a x x x b', 'missing'],
    ['a & b', 'a b', 'found'],
    ['train* & b', 'training b', 'found'],
    ['a _ c', 'a b c', 'found'],
    ['~a & not b', 'a is not b', 'found'],
    ['a & b', 'a is not b', 'denied'],
  ])('%s in "%s" is %s', (pattern, text, kind) => {
    expect(kindOf(text, 'p', onePoint([pattern]))).toBe(kind);
  });

  test('an opposite takes the point away', () => {
    const concept = onePoint(['a & b'], ['z > b']);
    expect(kindOf('a is b', 'p', concept)).toBe('found');
    expect(kindOf('a is b. But z is b.', 'p', concept)).toBe('denied');
  });

  test.each(['', '! a', 'a & & b', 'a & {nobody}', '{l1} x & b', 'a+b'])(
    'a malformed pattern is named: "%s"',
    (source) => {
      expect(() => parsePattern(source, { l1: 'lasso' })).toThrow(`The pattern "${source}"`);
    },
  );
});

test('symbols are read as words, contractions in full, British spelling like American', () => {
  const read = (text: string): string[] => wordsOf(text).map((word) => word.text);
  expect(read('TP/(TP+FP)')).toEqual(['tp', 'over', 'tp', 'plus', 'fp']);
  expect(read("it doesn't, can't")).toEqual(['it', 'does', 'not', 'can', 'not']);
  expect(read('regularisation, 7B, l1')).toEqual(['regularization', '7', 'b', 'l1']);
});

test('the same answer is always matched alike', () => {
  const text = 'Lasso: sparse, exact zeros. Ridge shrinks everything but not to zero.';
  expect(matchAnswer(l1l2, text)).toEqual(matchAnswer(l1l2, text));
});

test('kappa is 1 for agreement, 0 for chance, and decides what is trusted', () => {
  expect(measure({ hits: 5, false: 0, missed: 0, rest: 5 })).toMatchObject({
    precision: 1,
    recall: 1,
    kappa: 1,
  });
  expect(measure({ hits: 4, false: 4, missed: 4, rest: 4 }).kappa).toBe(0);
  // 40 + 40 agreed of 100, half by chance.
  const { kappa } = measure({ hits: 40, false: 10, missed: 10, rest: 40 });
  expect(kappa).toBeCloseTo(0.6);
  const measured = { decisions: 50, precision: 1, recall: 1 };
  expect(isTrusted({ ...measured, kappa: 0.6 })).toBe(true);
  expect(isTrusted({ ...measured, kappa: 0.599 })).toBe(false);
  expect(isTrusted(undefined)).toBe(false);
});

test('every point of every answer is one decision', () => {
  const answers = [
    { id: 'a', kind: 'good' as const, half: 'tune' as const, text: 'a b', makes: ['p'] },
    { id: 'b', kind: 'good' as const, half: 'tune' as const, text: 'a b', makes: [] },
    { id: 'c', kind: 'good' as const, half: 'tune' as const, text: 'x', makes: ['p'] },
    { id: 'd', kind: 'good' as const, half: 'tune' as const, text: 'x', makes: [] },
  ];
  const counts = countDecisions(onePoint(['a & b']), answers);
  expect(counts).toEqual({ hits: 1, false: 1, missed: 1, rest: 1 });
});

describe('a proposal', () => {
  const text =
    'Lasso sets weights to zero. Mix both penalties into one. The weather is fine today.';
  const match = matchAnswer(l1l2, text);
  /** A model to which only texts about mixing are alike. */
  const embed = async (texts: readonly string[]) =>
    texts.map((one) => (/mix|combines/i.test(one) ? [1, 0] : [0, 1]));

  test('is the nearest sentence for a missing point, once', async () => {
    const near = async (texts: readonly string[]) =>
      (await embed(texts)).map(([x = 0]) => (x === 1 ? [1, 0] : [0, 0]));
    const missing = {
      ...match,
      points: match.points.map((point) =>
        point.id === 'elastic-net' ? { kind: 'missing' as const, id: point.id } : point,
      ),
    };
    const proposals = await proposeSpans(l1l2, { text, match: missing, embed: near });
    expect(proposals.map(({ id, span }) => [id, text.slice(span.start, span.end)])).toEqual([
      ['elastic-net', 'Mix both penalties into one.'],
    ]);
  });

  test('is made to one point only, however many a sentence is near', async () => {
    const alike = async (texts: readonly string[]) => texts.map(() => [1]);
    const nothing = matchAnswer(l1l2, 'One sentence about whatever it is.');
    const proposals = await proposeSpans(l1l2, {
      text: 'One sentence about whatever it is.',
      match: nothing,
      embed: alike,
    });
    expect(proposals).toHaveLength(1);
  });

  test('is not made of a sentence that something was found in', async () => {
    const alike = async (texts: readonly string[]) => texts.map(() => [1]);
    const proposals = await proposeSpans(l1l2, { text, match, embed: alike });
    for (const { span } of proposals) expect(text.slice(span.start, span.end)).not.toMatch(/Lasso/);
  });
});
