// Whether what was found is said or denied.
import type { Fit } from './fit.ts';
import type { Word } from './words.ts';

const negators = [
  ['not'],
  ['no'],
  ['never'],
  ['neither'],
  ['nor'],
  ['none'],
  ['nothing'],
  ['hardly'],
  ['without'],
  ['instead', 'of'],
  ['rather', 'than'],
];

/** Words that call what stands beside them untrue. */
const untrue = new Set(['myth', 'wrong', 'false', 'untrue', 'incorrect', 'nonsense']);

/** Words after which a negator denies nothing: "not only". */
const softeners = new Set(['only', 'just', 'merely', 'necessarily', 'always', 'longer', 'beats']);

/** Negators that can deny what stands before them: "dropout does not help". */
const denyBackwards = new Set(['not', 'no', 'never']);

/** Words that begin a new thought: a negator before them does not reach over them. */
const turns = new Set([
  'you',
  'we',
  'they',
  'i',
  'because',
  'since',
  'so',
  'as',
  'that',
  'which',
  'and',
  'then',
  'if',
]);

/** How many words before the first word found, and after the last, a negator still reaches. */
const reachBefore = 8;
const reachAfter = 3;

/** Whether the words of a fit are denied: "L1 does not set any weight to zero". */
export function isDenied(fit: Fit, words: readonly Word[]): boolean {
  return isDeniedBefore(fit, words) || isDeniedInside(fit, words) || isDeniedAfter(fit, words);
}

function isDeniedBefore({ from }: Fit, words: readonly Word[]): boolean {
  for (let at = from - 1; at >= Math.max(0, from - reachBefore); at -= 1) {
    if (words[at]?.clause !== words[from]?.clause) return false;
    if (words[at]?.text === 'that') return isCalledUntrue(words, at);
    if (turns.has(words[at]?.text ?? '')) return false;
    if (isNegator(words, at)) return true;
  }
  return false;
}

/** Whether a "that" follows "it is not true", "it is not the case", "it is wrong". */
function isCalledUntrue(words: readonly Word[], at: number): boolean {
  const [before, judged] = [words[at - 2]?.text ?? '', words[at - 1]?.text ?? ''];
  if (untrue.has(judged)) return before !== 'not';
  const isAffirmed = judged === 'true' || judged === 'case' || judged === 'correct';
  return isAffirmed && [2, 3, 4].some((back) => words[at - back]?.text === 'not');
}

/** Inside, a negator counts in a clause that the fit needs: not in "it is cheap, no server, fast". */
function isDeniedInside({ from, to, slots }: Fit, words: readonly Word[]): boolean {
  const isSlot = (at: number): boolean => slots.some((slot) => at >= slot.from && at < slot.to);
  const clauses = new Set(words.flatMap(({ clause }, at) => (isSlot(at) ? [clause] : [])));
  return words.some(
    ({ clause }, at) =>
      at >= from && at < to && !isSlot(at) && clauses.has(clause) && isNegator(words, at),
  );
}

function isDeniedAfter({ to }: Fit, words: readonly Word[]): boolean {
  const last = words[to - 1];
  for (let at = to; at < to + reachAfter; at += 1) {
    const word = words[at];
    if (
      word === undefined ||
      word.sentence !== last?.sentence ||
      turns.has(word.text) ||
      word.text === 'or'
    )
      break;
    if (untrue.has(word.text)) return true;
    if (word.clause !== last.clause) continue;
    if (denyBackwards.has(word.text) && isNegator(words, at)) return true;
  }
  return false;
}

function isNegator(words: readonly Word[], at: number): boolean {
  if (softeners.has(words[at + 1]?.text ?? '')) return false;
  return negators.some((phrase) =>
    phrase.every((text, offset) => words[at + offset]?.text === text),
  );
}
