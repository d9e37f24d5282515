// The story bank as a person reads it: prompts, stories, what can be counted, anchors.
import {
  spoken,
  storyParts,
  type AnchorScores,
  type Dimension,
  type Prompt,
  type StoryPart,
} from '../model/behavioural.ts';
import type { Story } from '../star/bank.ts';
import type { StoryFacts } from '../star/facts.ts';
import {
  command,
  count,
  duration,
  labelled,
  labelledFacts,
  painter,
  paragraph,
  rule,
  together,
  type TextOptions,
} from './layout.ts';

type Way = 'terminal' | 'pipe' | 'editor' | 'told';

/** The prompt, what is listened for, the stories that may serve, and how to answer. */
export function renderPrompt(
  { id: promptId, number, title, prompt, listensFor }: Prompt,
  { fitting, way, screen }: { fitting: readonly Story[]; way: Way; screen: TextOptions },
): string {
  const how = {
    terminal:
      'Four parts, one after another. An empty line ends a part; Ctrl-C stops and keeps all.',
    pipe: 'Reading the story from the pipe.',
    editor: 'Write the story in your editor below the four headings, save, and close it.',
    told: 'Tell it aloud with this prompt in mind.',
  }[way];
  return text([
    ...together([`Behavioural ${number}`, title], screen),
    ...rule(screen),
    ...paragraph(prompt, screen).map((line) => painter(screen)('bold', line)),
    ...listensFor.flatMap((item, index) =>
      labelled(index === 0 || screen.isPlain ? 'Listens for' : '', item, screen),
    ),
    ...(fitting.length === 0 ? [] : gap(screen)),
    ...fitting.flatMap(({ id, last }) =>
      command(
        'May serve',
        { type: `npm run judge star ${promptId} ${id}`, remark: last.title },
        screen,
      ),
    ),
    ...gap(screen),
    ...paragraph(how, screen),
  ]);
}

/** The head of a part that is about to be typed. */
export function renderPart(
  part: StoryPart,
  { about, kept, screen }: { about: string; kept: string; screen: TextOptions },
): string {
  return text([
    ...gap(screen),
    ...labelled(capital(part), about, screen),
    ...(kept === '' ? [] : [`Kept so far; go on after it, or Enter:`, kept]),
  ]);
}

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

/** A story as it was last written, and what it was scored. */
export function renderStory({ id, last, versions, scored }: Story, screen: TextOptions): string {
  const latest = scored.at(-1);
  return text([
    ...gap(screen),
    ...together([id, last.title, `version ${versions.length}`], screen),
    ...rule(screen),
    ...storyParts.flatMap((part) => labelled(capital(part), last.text[part] || '(empty)', screen)),
    ...(latest === undefined
      ? []
      : labelled(
          'Scored',
          `${levelsText(latest.scores)}, for ${latest.prompt}${latest.version === last.id ? '' : ', an earlier version'}`,
          screen,
        )),
  ]);
}

/** Each anchor with its four levels. */
export function renderAnchors(dimensions: readonly Dimension[], screen: TextOptions): string {
  return text([
    ...gap(screen),
    ...paragraph('Score it yourself, each from 1 (very weak) to 4 (very strong).', screen),
    ...dimensions.flatMap(({ id, question, levels }) => [
      ...labelled(id, question, screen),
      ...levels.flatMap((level, index) => labelled(`   ${index + 1}`, level, screen)),
    ]),
  ]);
}

/** The person's levels beside each other, and what comes next. */
export function renderScores(
  scores: AnchorScores | undefined,
  {
    dimensions,
    id,
    prompt,
    screen,
  }: { dimensions: readonly Dimension[]; id: string; prompt: string; screen: TextOptions },
): string {
  const example = dimensions.map(() => 3).join(' ');
  return text([
    ...gap(screen),
    ...labelled('Self', scores === undefined ? 'not scored' : levelsText(scores), screen),
    ...(scores === undefined
      ? command(
          'Score it',
          { type: `npm run judge star ${prompt} ${id} -- --anchors "${example}"` },
          screen,
        )
      : []),
    ...command('Edit', { type: `npm run judge star ${id}` }, screen),
    ...command('Next', { type: 'npm run judge star' }, screen),
  ]);
}

/** `ownership 3, decision 2`, of 4 each. */
export function levelsText(scores: AnchorScores): string {
  const levels = Object.entries(scores).map(([id, level]) => `${id} ${level}`);
  return `${levels.join(', ')} (of 4 each)`;
}

/** A story of a strong candidate, traps and follow-ups: after one's own. */
export function renderExample(
  { example, traps, followUps, guide, sources }: Prompt,
  screen: TextOptions,
): string {
  return text([
    ...gap(screen),
    ...paragraph('A made-up story of a strong candidate:', screen),
    ...storyParts.flatMap((part) => labelled(capital(part), example[part], screen)),
    ...gap(screen),
    ...traps.flatMap(({ says, better }) => [
      ...labelled('Often told', says, screen),
      ...labelled('Rather', better, screen),
    ]),
    ...followUps.flatMap((question) => labelled('Follow-up', question, screen)),
    ...labelled('The guide', guide, screen),
    ...sources.flatMap(({ authors, title, year, where }) =>
      labelled('Source', `${authors}: ${title} (${year}). ${where}.`, screen),
    ),
  ]);
}

/** Every prompt with its stories, and what to type. */
export function renderStories(
  stories: readonly Story[],
  { prompts, screen }: { prompts: readonly Prompt[]; screen: TextOptions },
): string {
  const rowsOf = (prompt: Prompt): string[] => {
    const own = stories.filter(({ last }) => last.prompt === prompt.id);
    const told = stories.filter(
      ({ last, scored }) =>
        last.prompt !== prompt.id && scored.some((one) => one.prompt === prompt.id),
    );
    return [
      ...labelled(prompt.id, prompt.title, screen),
      ...[...own, ...told].flatMap(({ id, last, versions, scored }) => {
        const latest = scored.findLast((one) => one.prompt === prompt.id);
        const levels = latest === undefined ? 'not scored' : levelsText(latest.scores);
        return labelled(
          screen.isPlain ? `${prompt.id}, story` : '',
          `${id}: ${last.title}; ${count(versions.length, 'version')}; ${levels}`,
          screen,
        );
      }),
      ...(own.length + told.length === 0
        ? labelled(screen.isPlain ? `${prompt.id}, story` : '', 'no story yet', screen)
        : []),
    ];
  };
  return text([
    ...prompts.flatMap(rowsOf),
    ...gap(screen),
    ...command('Next', { type: 'npm run judge star' }, screen),
    ...command('A story', { type: 'npm run judge star <story>', remark: 'to edit it' }, screen),
    ...command(
      'Rehearse',
      { type: 'npm run judge star <prompt> <story>', remark: 'to score it' },
      screen,
    ),
  ]);
}

function gap({ isPlain }: TextOptions): string[] {
  return isPlain ? [] : [''];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${Math.round((100 * part) / whole)}%`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
