// A mock interview in sum: one round, all rounds beside each other, all mocks.
import type { Mock, RoundState } from '../mock/mock.ts';
import type { RoundResult } from '../model/mock.ts';
import {
  command,
  count,
  duration,
  labelled,
  localMinute,
  paragraph,
  rule,
  together,
  type TextOptions,
} from './layout.ts';
import { roundNames } from './mock.ts';
import { levelsText } from './story.ts';

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
  const state = ended === undefined ? 'open' : ended.how;
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
    ...cutLines(rounds, screen),
    ...gap(screen),
    ...paragraph(scoresText(rounds), screen),
    ...skippedLines(mock, screen),
    ...command('Answers', { type: 'npm run judge mock answers' }, screen),
    ...(ended === undefined ? command('Go on', { type: 'npm run judge mock' }, screen) : []),
    ...command('Earlier', { type: 'npm run judge mock list' }, screen),
  ]);
}

/** All mocks, a line each. */
export function renderMocks(mocks: readonly Mock[], screen: TextOptions): string {
  // The same form again.
  const isFull = mocks.at(-1)?.start.form === 'full';
  const begin = { type: `npm run judge mock${isFull ? '' : ' -- --short'}` };
  if (mocks.length === 0)
    return text([
      ...paragraph('There is no mock interview yet.', screen),
      ...command('Begin one', begin, screen),
    ]);
  return text([
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
    ...command('Another', begin, screen),
  ]);
}

function roundLines(round: RoundState, screen: TextOptions): string[] {
  const { kind, id, minutes, usedMs, cuts, result } = round;
  const time = `${duration(usedMs)} of ${duration(minutes * 60_000)}`;
  const text = (score: string): string =>
    usedMs === 0 && result?.kind === 'skipped' ? `${id}: ${score}` : `${id}: ${score}; ${time}`;
  // What is still to be asked stays unknown.
  const says = result === undefined && cuts === 0 ? 'not over' : text(resultText(result));
  return labelled(roundNames[kind], says, screen);
}

/** Why the home screen and the plan do not count it. */
function skippedLines({ rounds, ended }: Mock, screen: TextOptions): string[] {
  const skipped = rounds.filter(({ result }) => result?.kind === 'skipped').length;
  if (skipped === 0 || ended?.how !== 'finished') return [];
  const says = `${count(skipped, 'round')} skipped: it does not count as a whole mock.`;
  return paragraph(says, screen);
}

/** How often the person left or the judge was ended, and what the clocks did meanwhile. */
function cutLines(rounds: readonly RoundState[], screen: TextOptions): string[] {
  const cutsOf = (some: readonly RoundState[]): number =>
    some.reduce((sum, { cuts }) => sum + cuts, 0);
  const all = cutsOf(rounds);
  if (all === 0) return [];
  const coding = cutsOf(rounds.filter(({ kind }) => kind === 'coding'));
  const meanwhile = [
    ...(coding > 0 ? ['the clock of the coding ran on'] : []),
    ...(coding === 0 ? ['the clock stood'] : coding < all ? ['the other clocks stood'] : []),
  ];
  return labelled('Broken off', `${count(all, 'time')}; meanwhile ${meanwhile.join(', ')}`, screen);
}

function resultText(result: RoundResult | undefined): string {
  switch (result?.kind) {
    case undefined:
      return 'not over';
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

function scoresText(rounds: readonly RoundState[]): string {
  const scored = rounds.filter(({ result }) => result !== undefined && isScored(result));
  const parts = (['concept', 'coding', 'design', 'story'] as const).flatMap((kind) => {
    const n = scored.filter((round) => round.kind === kind).length;
    return n === 0 ? [] : [kind === 'story' && n > 1 ? `${n} stories` : count(n, nouns[kind])];
  });
  if (parts.length === 0) return 'No round has a score yet.';
  return `Scores of ${parts.join(', ')}; no number sums them up.`;
}

function isScored(result: RoundResult): boolean {
  switch (result.kind) {
    case 'concept':
      return result.isTrusted || result.self !== undefined;
    case 'coding':
      return (result.final ?? result.bell) !== undefined;
    case 'design':
      return true;
    case 'story':
      return result.scores !== undefined;
    case 'skipped':
      return false;
  }
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
