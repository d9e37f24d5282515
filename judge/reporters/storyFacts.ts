// What can be counted in a story, as a person reads it.
import { spoken, storyParts, type StoryPart } from '../model/behavioural.ts';
import type { StoryFacts } from '../star/facts.ts';
import { count, duration, labelled, labelledFacts, paragraph, type TextOptions } from './layout.ts';

/** What can be counted, for the person to judge by. */
export function renderFacts(
  facts: StoryFacts,
  {
    id,
    also,
    screen,
  }: { id: string; also: readonly { id: string; sign: string }[]; screen: TextOptions },
): string {
  return text([
    ...gap(screen),
    ...paragraph(`Facts about ${id}; what they are worth is for you to judge.`, screen),
    ...factLines(facts, screen),
    ...also.flatMap((other) =>
      labelled('May serve', `${other.id}, which asks for such words as: ${other.sign}`, screen),
    ),
  ]);
}

/** The same without a head. */
export function factLines(facts: StoryFacts, screen: TextOptions): string[] {
  const { words, person, number, decision, alternative } = facts;
  const share = (part: StoryPart): string =>
    words[part] === 0
      ? `${part} empty`
      : `${part} ${words[part]} (${percent(words[part], words.total)})`;
  const quoted = (quote: string | undefined): string =>
    quote === undefined ? 'none found' : `"${quote}"`;
  const english = (fact: string): string =>
    facts.language === 'english' ? fact : 'not looked for: the text does not read as English';
  const people = person.own + person.shared;
  return [
    ...labelled('Length', lengthText(facts), screen),
    ...labelledFacts('Words', storyParts.map(share), screen),
    ...labelled(
      'In action',
      english(
        people === 0
          ? 'neither "I" nor "we"'
          : `"I" ${person.own}, "we" ${person.shared}: first person singular ${percent(person.own, people)}`,
      ),
      screen,
    ),
    ...labelled('Number', `in the result: ${quoted(number)}`, screen),
    ...labelled('Decision', english(quoted(decision)), screen),
    ...labelled('Alternative', english(quoted(alternative)), screen),
  ];
}

/** How long a story is, told aloud. */
export function lengthText({ words, seconds, language }: StoryFacts): string {
  const { wordsPerMinute, leastSeconds: least, mostSeconds: most } = spoken;
  const where =
    seconds < least
      ? `${least - seconds} s under`
      : seconds > most
        ? `${seconds - most} s over`
        : 'within';
  const pace = language === 'english' ? '' : ', a pace for English';
  return `${count(words.total, 'word')}, ${duration(seconds * 1000)} aloud at ${wordsPerMinute} words a minute${pace}; ${where} ${duration(least * 1000)} to ${duration(most * 1000)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${Math.round((100 * part) / whole)}%`;
}

function gap({ isPlain }: TextOptions): string[] {
  return isPlain ? [] : [''];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
