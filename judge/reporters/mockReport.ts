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
  const cuts = rounds.reduce((sum, round) => sum + round.cuts, 0);
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
    ...(cuts === 0
      ? []
      : labelled('Cut off', `${count(cuts, 'time')}; the time away is not counted`, screen)),
    ...gap(screen),
    ...paragraph(scoresText(rounds), screen),
    ...command('Answers', { type: 'npm run judge mock answers' }, screen),
    ...(ended === undefined ? command('Go on', { type: 'npm run judge mock' }, screen) : []),
    ...command('Earlier', { type: 'npm run judge mock list' }, screen),
  ]);
}

/** All mocks, a line each. */
export function renderMocks(mocks: readonly Mock[], screen: TextOptions): string {
  const begin = { type: 'npm run judge mock -- --short' };
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

function scoresText(rounds: readonly RoundState[]): string {
  const scored = rounds.filter(({ result }) => result !== undefined && result.kind !== 'skipped');
  const parts = (['concept', 'coding', 'design', 'story'] as const).flatMap((kind) => {
    const n = scored.filter((round) => round.kind === kind).length;
    return n === 0 ? [] : [kind === 'story' && n > 1 ? `${n} stories` : count(n, nouns[kind])];
  });
  if (parts.length === 0) return 'No round has a score yet.';
  return `Scores of ${parts.join(', ')}; no number sums them up.`;
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
