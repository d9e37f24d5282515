// A mock interview on its way: what comes, what is asked, how one leaves.
import type { Mock, RoundState } from '../mock/mock.ts';
import type { Prompt } from '../model/behavioural.ts';
import type { Story } from '../star/bank.ts';
import type { StoryFacts } from '../star/facts.ts';
import {
  command,
  count,
  duration,
  labelled,
  localMinute,
  painter,
  paragraph,
  rule,
  together,
  type TextOptions,
} from './layout.ts';
import { factLines, lengthText } from './storyFacts.ts';

/** What each kind of round is called. */
export const roundNames = {
  concept: 'question',
  coding: 'coding',
  design: 'design',
  story: 'behavioural',
} as const;

/** The rounds that come, or how far an open mock got. */
export function renderMockStart(
  { start, at, rounds }: Mock,
  { isAgain, screen }: { isAgain: boolean; screen: TextOptions },
): string {
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const over = rounds.filter(({ result }) => result !== undefined).length;
  return text([
    ...together(
      [
        `Mock interview, ${start.form} form`,
        `${count(rounds.length, 'round')}, ${minutes} minutes`,
        ...(isAgain
          ? [`begun ${localMinute(new Date(at))}`, `${over} of ${rounds.length} over`]
          : []),
      ],
      screen,
    ),
    ...rule(screen),
    // What a question is about stays unknown until it is asked.
    ...rounds.flatMap(({ kind, minutes: own, result }, index) =>
      labelled(
        `Round ${index + 1}`,
        `${roundNames[kind]}, ${count(own, 'minute')}${result === undefined ? '' : ', over'}`,
        screen,
      ),
    ),
    ...paragraph(
      'Record yourself and share your screen, as in a call. A round that is over is kept; Ctrl-C leaves, and the same command goes on.',
      screen,
    ),
  ]);
}

/** That the open mock makes room for another, and where what was typed in it is. */
export function renderMockDropped(screen: TextOptions): string {
  return text([
    ...paragraph('The open mock is left; its scores and what you typed in it are kept.', screen),
    ...command('See them', { type: 'npm run judge export <file>' }, screen),
    ...gap(screen),
  ]);
}

/** That the minutes of an open mock stay as they are. */
export function renderNoExtraTime({
  extraTime,
  isShort,
  screen,
}: {
  extraTime: number;
  isShort: boolean;
  screen: TextOptions;
}): string {
  const anew = `npm run judge mock --${isShort ? ' --short' : ''} --fresh --extra-time ${extraTime}`;
  return text([
    ...paragraph(
      `--extra-time ${extraTime} is not heeded: a mock is open, and its rounds keep their minutes. To begin anew with it:`,
      screen,
    ),
    ...command('', { type: anew }, screen),
    ...gap(screen),
  ]);
}

/** The head of a round. */
export function renderRoundHead(
  { rounds }: Mock,
  {
    index,
    usedMs,
    screen,
  }: {
    index: number;
    /** Of the round, so far. */
    usedMs: number;
    screen: TextOptions;
  },
): string {
  const round = rounds[index];
  if (round === undefined) return '';
  const used = usedMs === 0 ? [] : [`${duration(usedMs)} used so far`];
  return text([
    ...gap(screen),
    ...together(
      [`Round ${index + 1} of ${rounds.length}`, roundNames[round.kind], clockOf(round), ...used],
      screen,
    ).map((line) => painter(screen)('bold', line)),
  ]);
}

function clockOf({ minutes }: RoundState): string {
  return count(minutes, 'minute');
}

/** What may be typed while the mock waits for the code. */
export function renderCodingHelp(slug: string, screen: TextOptions): string {
  return text([
    ...gap(screen),
    ...paragraph(
      `Write in your own editor. Here, Enter judges; sample, hint, why <subtask>, time, or done. "npm run judge ${slug}" in another terminal works too.`,
      screen,
    ),
  ]);
}

/** The behavioural prompt, without what is listened for: that comes with the anchors. */
export function renderStoryRound(
  { prompt }: Prompt,
  {
    fitting,
    kept,
    way,
    screen,
  }: {
    fitting: readonly Story[];
    kept: string;
    way: 'terminal' | 'editor';
    screen: TextOptions;
  },
): string {
  const how =
    way === 'editor'
      ? 'Write it in your editor, save, and close it.'
      : 'Tell it aloud and press Enter when you are done, or type it; an empty line ends it.';
  return text([
    ...paragraph(prompt, screen).map((line) => painter(screen)('bold', line)),
    ...fitting.flatMap(({ id, last }) => labelled('Your story', `${id}: ${last.title}`, screen)),
    ...(kept === '' ? [] : ['Kept from before:', kept]),
    ...paragraph(how, screen),
  ]);
}

/** What was told, in facts. */
export function renderTold(
  facts: StoryFacts,
  { isParted, usedMs, screen }: { isParted: boolean; usedMs: number; screen: TextOptions },
): string {
  return text([
    ...gap(screen),
    ...labelled('Took', duration(usedMs), screen),
    ...(facts.words.total === 0
      ? labelled('Typed', 'nothing: told aloud', screen)
      : isParted
        ? factLines(facts, screen)
        : labelled('Length', lengthText(facts), screen)),
  ]);
}

/** The head of what belongs to a round that is over. */
export function renderAnswerHead({ kind, id }: RoundState, screen: TextOptions): string {
  return text([
    ...gap(screen),
    ...together([roundNames[kind], id], screen),
    ...rule(screen),
    ...(kind === 'design'
      ? command('Show it', { type: `npm run judge design show ${id}` }, screen)
      : []),
    ...(kind === 'coding' ? command('Again', { type: `npm run judge redo ${id}` }, screen) : []),
  ]);
}

/** That the person left, what is kept, and how to go on. */
export function renderMockLeft(mock: Mock, screen: TextOptions): string {
  const over = mock.rounds.filter(({ result }) => result !== undefined).length;
  const next = mock.rounds[over];
  const runsOn =
    next?.kind === 'coding' ? ` If the clock of ${next.id} was started, it runs on.` : '';
  return text([
    '',
    ...paragraph(
      `You left the mock. ${over} of ${count(mock.rounds.length, 'round')} ${over === 1 ? 'is' : 'are'} over and kept, and so is what you typed.${runsOn}`,
      screen,
    ),
    ...command('Go on', { type: 'npm run judge mock' }, screen),
    ...command('Begin anew', { type: 'npm run judge mock -- --fresh' }, screen),
  ]);
}

function gap({ isPlain }: TextOptions): string[] {
  return isPlain ? [] : [''];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
