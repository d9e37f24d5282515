// A mock interview folded from what happened in it. Pure.
import type { MockEvent, MockStarted, Round, RoundResult } from '../model/mock.ts';

export type RoundState = Round & {
  /** In all stretches together, those before a kill included. */
  usedMs: number;
  /** How often it was cut off and gone on with. */
  cuts: number;
  /** Absent while it is open. */
  result: RoundResult | undefined;
  /** When it was over; ISO 8601, UTC. */
  overAt: string | undefined;
};

export type Mock = {
  id: string;
  start: MockStarted;
  rounds: readonly RoundState[];
  /** When it was begun, and when and how it ended; ISO 8601, UTC. */
  at: string;
  ended: { at: string; how: 'finished' | 'left' } | undefined;
};

type MockEntry = { at: string; subject: string; data: MockEvent };

/** All mocks in the order in which they were begun; `entries` as they were appended. */
export function foldMocks(entries: readonly MockEntry[]): Mock[] {
  return [...Map.groupBy(entries, ({ subject }) => subject)].flatMap(([id, own]) => {
    const first = own.find(({ data }) => data.kind === 'started');
    if (first?.data.kind !== 'started') return [];
    const ended = own.find(({ data }) => data.kind === 'ended');
    return [
      {
        id,
        start: first.data,
        at: first.at,
        rounds: first.data.rounds.map((round, index) => stateOf(round, { index, entries: own })),
        ended: ended?.data.kind === 'ended' ? { at: ended.at, how: ended.data.how } : undefined,
      },
    ];
  });
}

/** The mock that is open: the last one, unless it has ended. */
export function openMock(mocks: readonly Mock[]): Mock | undefined {
  const last = mocks.at(-1);
  return last?.ended === undefined ? last : undefined;
}

/** The first round that is not over; `undefined` where all are. */
export function nextRound({ rounds }: Mock): number | undefined {
  const index = rounds.findIndex(({ result }) => result === undefined);
  return index < 0 ? undefined : index;
}

/** Whether a mock was played to its end with no round skipped: only such a one counts as a mock. */
export function isWhole({ rounds, ended }: Mock): boolean {
  return ended?.how === 'finished' && rounds.every(({ result }) => result?.kind !== 'skipped');
}

/** The prompts that were told in mocks, and when: in words, or aloud and scored. */
export function toldIn(mocks: readonly Mock[]): { prompt: string; at: string }[] {
  return mocks
    .flatMap(({ rounds }) => rounds)
    .flatMap(({ id, result, overAt }) =>
      result?.kind === 'story' && overAt !== undefined && (result.text !== '' || result.scores)
        ? [{ prompt: id, at: overAt }]
        : [],
    );
}

function stateOf(
  round: Round,
  { index, entries }: { index: number; entries: readonly MockEntry[] },
): RoundState {
  let usedMs = 0;
  let cuts = 0;
  let result: RoundResult | undefined;
  let overAt: string | undefined;
  for (const { at, data } of entries) {
    if (data.kind === 'cutOff' && data.round === index) {
      usedMs += data.usedMs;
      cuts += 1;
    }
    // Two judges on one mock may both end a round: the first counts.
    if (data.kind === 'roundOver' && data.round === index && result === undefined) {
      usedMs += data.usedMs;
      result = data.result;
      overAt = at;
    }
  }
  return { ...round, usedMs, cuts, result, overAt };
}
