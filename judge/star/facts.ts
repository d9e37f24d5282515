// What can be counted in a story. Facts for the person to judge by; nothing here is a score. Pure.
import {
  spoken,
  storyParts,
  type Prompt,
  type StoryPart,
  type StoryText,
} from '../model/behavioural.ts';

export type StoryFacts = {
  words: Record<StoryPart, number> & { total: number };
  /** Told at the pace of `spoken`. */
  seconds: number;
  /** What follows from English words is known for English texts only. */
  language: 'english' | 'other';
  /** "I", "my" against "we", "our" in the action. */
  person: { own: number; shared: number };
  /** Words of the story that show it, exactly as they stand; `undefined` where there are none. */
  number: string | undefined;
  decision: string | undefined;
  alternative: string | undefined;
};

/** Counts what there is to count in a story; parts may be empty. */
export function factsOf(text: StoryText): StoryFacts {
  const [situation, task, action, result] = storyParts.map((part) => countWords(text[part]));
  const counts = { situation, task, action, result };
  const words = {
    situation: counts.situation ?? 0,
    task: counts.task ?? 0,
    action: counts.action ?? 0,
    result: counts.result ?? 0,
  };
  const total = words.situation + words.task + words.action + words.result;
  const whole = storyParts.map((part) => text[part]).join('\n');
  const told = [text.action, text.task, text.result, text.situation];
  return {
    words: { ...words, total },
    seconds: secondsOf(total),
    language: isEnglish(whole) ? 'english' : 'other',
    person: personOf(text.action),
    number: findNumber(text.result),
    decision: findQuote(told, decisions),
    alternative: findQuote(told, alternatives),
  };
}

/** How long so many words take, told aloud; whole seconds. */
export function secondsOf(words: number): number {
  return Math.round((60 * words) / spoken.wordsPerMinute);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words of any language; also of one that writes no spaces. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** The prompts that a story has words for, each with the first of these words. */
export function suggestPrompts(
  text: StoryText,
  prompts: readonly Prompt[],
): { id: string; sign: string }[] {
  const whole = storyParts.map((part) => text[part]).join('\n');
  return prompts.flatMap(({ id, signs }) => {
    const found = signs.flatMap((sign) => {
      const escaped = sign.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`(?<![\\p{L}\\p{Nd}])${escaped}[\\p{L}]*`, 'iu').exec(whole)?.[0] ?? [];
    });
    // One word may be chance.
    return found[0] === undefined || found[1] === undefined ? [] : [{ id, sign: found.join(', ') }];
  });
}

const token = /[\p{L}\p{Nd}]+(?:['’]\p{L}+)?/gu;
const english = new Set('the and to of was we i that it with for my a had an were our'.split(' '));
/** Fewer words say too little about the language. */
const wordsToTell = 12;
const shareOfEnglish = 0.12;

function isEnglish(text: string): boolean {
  const words = [...text.matchAll(token)].map(([word]) => word.toLowerCase());
  const latin = words.filter((word) => !/[^\p{Script=Latin}\p{Nd}'’]/u.test(word)).length;
  if (latin < 0.8 * words.length) return false;
  const known = words.filter((word) => english.has(stemOf(word))).length;
  return words.length < wordsToTell || known >= shareOfEnglish * words.length;
}

const own = new Set(['i', 'me', 'my', 'mine', 'myself']);
const shared = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

function personOf(text: string): StoryFacts['person'] {
  const words = [...text.matchAll(token)]
    .map(([word]) => word)
    // The country is not a pronoun.
    .filter((word) => word !== 'US')
    .map((word) => stemOf(word.toLowerCase()));
  return {
    own: words.filter((word) => own.has(word)).length,
    shared: words.filter((word) => shared.has(word)).length,
  };
}

/** "I'd" is "I". */
function stemOf(word: string): string {
  return word.split(/['’]/, 1)[0] ?? word;
}

const numbers =
  /(?<before>(?:in|since|until|during|of|by)\s+)?(?<number>[$€£¥]?\p{Nd}[\p{Nd}.,]*(?<![.,])(?:\s?(?:%|(?:per\s?cent|points?|times|ms|s|sec|min|h|days?|weeks?|months?|years?|kb|mb|gb|tb|k|m|bn|x|qps|users|people)\b))?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|halved|doubled|tripled|twice|third|quarter)\b)/giu;

/** The first number of a text that is no year. */
function findNumber(text: string): string | undefined {
  for (const { groups } of text.matchAll(numbers)) {
    const { before, number = '' } = groups ?? {};
    const isYear = before !== undefined && /^(?:19|20)\p{Nd}{2}(?!\p{Nd}|[.,%])/u.test(number);
    if (!isYear) return tidy(number);
  }
  return undefined;
}

const decisions =
  /\b(?:(?:i|we)(?:\s+(?:had|then|therefore|finally|so|also|both))?\s+(?:decided|chose|picked|opted|selected|settled\s+on|went\s+with|turned\s+down)|(?:my|our)\s+(?:decision|choice))\b(?:\s+[^\s.;]+){0,6}/iu;
const alternatives =
  /\b(?:instead(?:\s+of)?|rather\s+than|alternatives?|could\s+have|(?:the\s+)?other\s+(?:option|way)|considered|as\s+opposed\s+to|versus|turned\s+down)\b(?:\s+[^\s.;]+){0,6}/iu;

function findQuote(texts: readonly string[], pattern: RegExp): string | undefined {
  const found = texts.map((text) => pattern.exec(text)?.[0]).find((quote) => quote !== undefined);
  return found === undefined ? undefined : tidy(found);
}

function tidy(quote: string): string {
  return quote.replaceAll(/\s+/g, ' ').trim();
}
