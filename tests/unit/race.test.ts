// The machine's stalls cannot be staged with real processes, so that the racers here only tell times.
import { describe, expect, test } from 'vitest';
import { race, type Racers } from '../../judge/candidate/race.ts';

type Racer = Racers['rival'];

/** Takes so many milliseconds in its first call, its second, …; the last one again and again. */
function racer(...times: number[]): Racer {
  let calls = 0;
  const outcome = (limitMs: number) => {
    const wallMs = times[Math.min(calls, times.length - 1)] ?? 0;
    calls += 1;
    if (wallMs > limitMs) return { kind: 'timedOut', what: 'call', limitMs } as const;
    const moved = { argumentsMs: 0, answerMs: 0 };
    const answer = new Uint8Array();
    return { kind: 'returned', answer, wallMs, moved, argumentsChanged: false } as const;
  };
  return {
    loaded: Promise.resolve({ kind: 'loaded', functions: ['sort'] }),
    meter: { measure: () => undefined },
    arm: () =>
      Promise.resolve({ kind: 'armed', go: (limitMs) => Promise.resolve(outcome(limitMs)) }),
  };
}

/** A race in which six times the reference's time is allowed, and 400 ms in any case. */
async function outcomeOf(reference: number[], candidate: number[]) {
  const rival = racer(...reference);
  const own = racer(...candidate);
  const request = { name: 'sort', args: new Uint8Array(), limitMs: 10_000, watchArguments: false };
  const limits = { maxRatio: 6, floorMs: 400 };
  const outcome = await race({ rival, candidateOf: () => own }, request, limits);
  if (outcome.kind === 'outrun') return 'outrun';
  if (outcome.kind !== 'raced') throw new Error(outcome.kind);
  return `${outcome.hasWon ? 'won' : 'lost'} with ${outcome.candidateMs} against ${outcome.referenceMs}`;
}

describe('a race', () => {
  test('within the floor is won at once', async () => {
    expect(await outcomeOf([10], [399])).toBe('won with 399 against 10');
  });

  test('is not won because the reference stalled once', async () => {
    expect(await outcomeOf([300, 110], [1450])).toBe('lost with 1450 against 110');
  });

  test('is won within the ratio of both times of the reference', async () => {
    expect(await outcomeOf([300, 110], [650])).toBe('won with 650 against 110');
  });

  test('is not lost because the candidate stalled once', async () => {
    expect(await outcomeOf([110], [900, 300])).toBe('won with 300 against 110');
    expect(await outcomeOf([110], [2500, 300])).toBe('won with 300 against 110');
  });

  test('is over after two calls beyond hope', async () => {
    expect(await outcomeOf([110], [2500])).toBe('outrun');
  });
});
