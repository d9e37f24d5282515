// A mock interview as a person reads it: its rounds, each round's end, the combined report.
import type { Mock, RoundState } from '../mock/mock.ts';
import type { Prompt } from '../model/behavioural.ts';
import type { RoundResult } from '../model/mock.ts';
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
import { factLines, lengthText, levelsText } from './story.ts';

const roundNames = {
  concept: 'question',
  coding: 'coding',
  design: 'design',
  story: 'behavioural',
} as const;

/** The rounds that come, or how far an open mock got. */
export function renderMockStart(
  { start, rounds }: Mock,
  { isAgain, screen }: { isAgain: boolean; screen: TextOptions },
): string {
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const over = rounds.filter(({ result }) => result !== undefined).length;
  return text([
    ...together(
      [
        `Mock interview, ${start.form} form`,
        `${count(rounds.length, 'round')}, ${minutes} minutes`,
        ...(isAgain ? [`${over} of ${rounds.length} over`] : []),
      ],
      screen,
    ),
    ...rule(screen),
    // What a question is about stays unknown until it is asked.
    ...rounds.flatMap(({ kind, minutes: own, result }, index) =>
      labelled(
        `Round ${index + 1}`,
        `${roundNames[kind]}, ${own} minutes${result === undefined ? '' : ', over'}`,
        screen,
      ),
    ),
    ...paragraph(
      'Record yourself and share your screen, as in a call. A round that is over is kept; Ctrl-C leaves, and the same command goes on.',
      screen,
    ),
  ]);
}

/** The head of a round. */
export function renderRoundHead(
  { rounds }: Mock,
  { index, screen }: { index: number; screen: TextOptions },
): string {
  const round = rounds[index];
  if (round === undefined) return '';
  const used = round.usedMs === 0 ? [] : [`${duration(round.usedMs)} used before`];
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

/** One round in sum. */
export function renderRoundEnd(
  { rounds }: Mock,
  { index, screen }: { index: number; screen: TextOptions },
): string {
  const round = rounds[index];
  return round === undefined ? '' : text([...gap(screen), ...roundLines(round, screen)]);
}

/** All rounds beside each other. No number sums them up. */
export function renderMockReport(mock: Mock, screen: TextOptions): string {
  const { start, at, rounds, ended } = mock;
  const usedMs = rounds.reduce((sum, round) => sum + round.usedMs, 0);
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const cuts = rounds.reduce((sum, round) => sum + round.cuts, 0);
  const state = ended === undefined ? 'open' : ended.how;
  const questions = rounds.filter(({ kind }) => kind === 'concept').map(({ id }) => id);
  return text([
    ...gap(screen),
    ...together(
      [
        'Mock interview',
        start.form,
        localMinute(new Date(at)),
        state,
        `${duration(usedMs)} used of ${duration(minutes * 60_000)}`,
      ],
      screen,
    ),
    ...rule(screen),
    ...rounds.flatMap((round) => roundLines(round, screen)),
    ...(cuts === 0
      ? []
      : labelled('Cut off', `${count(cuts, 'time')}; the time away is not counted`, screen)),
    ...gap(screen),
    ...paragraph(`Scores of ${countKinds(rounds)}; no number sums them up.`, screen),
    ...questions.flatMap((id, index) =>
      command(
        index === 0 || screen.isPlain ? 'Answers' : '',
        { type: `npm run judge drill ${id}` },
        screen,
      ),
    ),
    ...(ended === undefined ? command('Go on', { type: 'npm run judge mock' }, screen) : []),
    ...command('Earlier', { type: 'npm run judge mock list' }, screen),
  ]);
}

/** All mocks, a line each. */
export function renderMocks(mocks: readonly Mock[], screen: TextOptions): string {
  return text([
    ...(mocks.length === 0 ? paragraph('There is no mock interview yet.', screen) : []),
    ...mocks.flatMap(({ start, at, rounds, ended }) => {
      const over = rounds.filter(({ result }) => result !== undefined).length;
      return together(
        [
          localMinute(new Date(at)),
          start.form,
          ended === undefined ? 'open' : ended.how,
          `${over} of ${count(rounds.length, 'round')}`,
        ],
        screen.isPlain ? { ...screen, isPlain: false, columns: 88 } : screen,
      );
    }),
    ...command('Last one', { type: 'npm run judge mock report' }, screen),
    ...command('Another', { type: 'npm run judge mock -- --short' }, screen),
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

function roundLines(round: RoundState, screen: TextOptions): string[] {
  const { kind, id, minutes, usedMs, result } = round;
  const time = `${duration(usedMs)} of ${duration(minutes * 60_000)}`;
  const score = result === undefined ? 'not over' : resultText(result);
  const isSkipped = result?.kind === 'skipped';
  return labelled(
    roundNames[kind],
    `${id}: ${score}${result === undefined || isSkipped ? '' : `; ${time}`}`,
    screen,
  );
}

function resultText(result: RoundResult): string {
  switch (result.kind) {
    case 'concept': {
      const matched = result.isTrusted
        ? `matched ${markText(result.matched, 'points')}`
        : `matched: no score, suggested ${result.matched.n} of ${result.matched.of} points`;
      return `${selfText(result.self, 'points')}, ${matched}`;
    }
    case 'coding': {
      const { bell, final, runs, hints } = result;
      const scores = [
        ...(bell === undefined ? [] : [`bell ${bell} of 100`]),
        final === undefined ? 'nothing judged' : `final ${final} of 100`,
      ];
      return `${scores.join(', ')}, ${count(runs, 'run')}, ${count(hints, 'hint')}`;
    }
    case 'design':
      return `${selfText(result.self, 'items')}, matched ${markText(result.matched, 'items')}`;
    case 'story':
      return result.scores === undefined ? 'not scored' : levelsText(result.scores);
    case 'skipped':
      return 'skipped';
  }
}

type Mark = { score: number; n: number; of: number };

function selfText(self: Mark | undefined, noun: string): string {
  return self === undefined ? 'self not ticked' : `self ${markText(self, noun)}`;
}

function markText({ score, n, of }: Mark, noun: string): string {
  return `${score} of 100 (${n} of ${of} ${noun})`;
}

function countKinds(rounds: readonly RoundState[]): string {
  const scored = rounds.filter(({ result }) => result !== undefined && result.kind !== 'skipped');
  const parts = (['concept', 'coding', 'design', 'story'] as const).flatMap((kind) => {
    const n = scored.filter((round) => round.kind === kind).length;
    return n === 0 ? [] : [kind === 'story' && n > 1 ? `${n} stories` : count(n, nouns[kind])];
  });
  return parts.length === 0 ? 'no round' : parts.join(', ');
}

const nouns = {
  concept: 'question',
  coding: 'problem',
  design: 'design',
  story: 'story',
} as const;

function gap({ isPlain }: TextOptions): string[] {
  return isPlain ? [] : [''];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
