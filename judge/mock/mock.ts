// A mock interview folded from what happened in it. Pure.
import type { MockEvent, MockStarted, Round, RoundResult } from '../model/mock.ts';

export type RoundState = Round & {
  /** In all stretches together, those before a kill included. */
  usedMs: number;
  /** How often it was cut off and gone on with. */
  cuts: number;
  /** Absent while it is open. */
  result: RoundResult | undefined;
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

function stateOf(
  round: Round,
  { index, entries }: { index: number; entries: readonly MockEntry[] },
): RoundState {
  let usedMs = 0;
  let cuts = 0;
  let result: RoundResult | undefined;
  for (const { data } of entries) {
    if (data.kind === 'cutOff' && data.round === index) {
      usedMs += data.usedMs;
      cuts += 1;
    }
    // Two judges on one mock may both end a round: the first counts.
    if (data.kind === 'roundOver' && data.round === index && result === undefined) {
      usedMs += data.usedMs;
      result = data.result;
    }
  }
  return { ...round, usedMs, cuts, result };
}
