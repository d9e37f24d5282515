// The story bank as a person reads it: prompts, stories, what can be counted, anchors.
import {
  storyParts,
  type AnchorScores,
  type Dimension,
  type Prompt,
  type StoryPart,
} from '../model/behavioural.ts';
import type { Story } from '../star/bank.ts';
import {
  command,
  count,
  labelled,
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

/** That a change is kept. */
export function renderKept(version: number, screen: TextOptions): string {
  return text([
    ...gap(screen),
    ...paragraph(`Kept as version ${version}; the earlier ones stay.`, screen),
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

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
