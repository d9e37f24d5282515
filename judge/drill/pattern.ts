// The language of the patterns in problems/concepts/. A pattern is one way of saying a point:
//
//   bias > underfit*|too simple|{rigid} ! variance|overfit* @20
//
// Slots are joined by "&" (in any order) or ">" (after the slot before); each must be found, within
// a window of words ("@", otherwise 14; the end of a sentence costs 4 words). A slot is alternatives
// joined by "|"; an alternative is words in a row. "x*" is any word that begins with x, "_" any
// word, "{name}" a list of the concept's terms. What follows "!" must not stand inside the window.
// A leading "~" says that the pattern has its own negation: no "not" around it makes it untrue.
import { UsageError } from '../errors.ts';

/** Words in a row. */
export type Phrase = readonly string[];

type Slot = { phrases: readonly Phrase[]; isAfter: boolean };

export type Pattern = {
  slots: readonly Slot[];
  blockers: readonly Phrase[];
  window: number;
  ownsNegation: boolean;
};

type Terms = Readonly<Record<string, string>>;

const defaultWindow = 14;
const form = /^(?<own>~?)(?<slots>[^!@]+)(?:!(?<blockers>[^@]+))?(?:@(?<window>\d+))?$/;

/** Reads a pattern. Throws a `UsageError` for an unknown term or a malformed pattern. */
export function parsePattern(source: string, terms: Terms): Pattern {
  const { own, slots = '', blockers, window } = form.exec(source.trim())?.groups ?? {};
  if (slots === '') throw new UsageError(`The pattern "${source}" has no slot.`);
  const phrases = (text: string): Phrase[] => phrasesOf(text, { terms, source });
  const parts = slots.split(/\s([&>])\s/);
  return {
    slots: parts.flatMap((part, index) =>
      index % 2 === 1 ? [] : [{ phrases: phrases(part), isAfter: parts[index - 1] === '>' }],
    ),
    blockers: blockers === undefined ? [] : phrases(blockers),
    window: window === undefined ? defaultWindow : Number(window),
    ownsNegation: own === '~',
  };
}

function phrasesOf(text: string, { terms, source }: { terms: Terms; source: string }): Phrase[] {
  return text.split('|').flatMap((phrase) => {
    const name = /^\s*\{(\w+)\}\s*$/.exec(phrase)?.[1];
    if (name === undefined) return [wordsOfPhrase(phrase, source)];
    const term = terms[name];
    if (term === undefined)
      throw new UsageError(
        `The pattern "${source}" names {${name}}, which is not among the terms.`,
      );
    return term.split('|').map((own) => wordsOfPhrase(own, source));
  });
}

function wordsOfPhrase(phrase: string, source: string): Phrase {
  const words = phrase.trim().split(/\s+/);
  if (words.every((word) => /^(_|[\p{L}\p{Nd}.]+\*?)$/u.test(word))) return words;
  throw new UsageError(`The pattern "${source}" has no plain words in "${phrase.trim()}".`);
}
