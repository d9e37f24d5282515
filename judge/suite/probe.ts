// TRUSTED SIDE. Runs every test case of a suite many times, each time with another wrong answer in
// place of what one exported function says: for `judge verify`, which proves that a suite survives
// them. The submission is a right one; nothing of it is scored.
import { deserialize, serialize } from 'node:v8';
import { runInThisContext } from 'node:vm';
import type { CallOutcome } from '../candidate/outcome.ts';
import type { SuiteLine } from './bridge.ts';
import { CandidateFault, type Fault } from './fault.ts';
import { junkExpressions, spoilAnswer, spoilNames } from './junk.ts';
import { createRandom } from './random.ts';
import type { Probed } from './record.ts';

export type ProbeRequest = {
  /** The exported function whose answers are replaced. */
  call: string;
  seed: number;
  /** How long each test case may be tried; with no limit it gets every wrong answer. */
  budgetMs?: number | undefined;
};

/** What a test case gets however little time there is. */
const leastRounds = 5;

export type Probe = {
  /** Asks as the suite's line does, but for the answers that are replaced. */
  line: SuiteLine;
  /**
   * Runs a test case once with every wrong answer; once only when it does not ask the function.
   * Throws when the test case fails with anything but a fault of the submission.
   */
  run(body: () => Promise<void>): Promise<Probed[]>;
};

type Replace = (honest: () => Promise<CallOutcome>) => Promise<CallOutcome>;

/** A test case that races moves so much data that it gets every so many-th wrong answer. */
const raceStride = 12;

/** Wraps the suite's line. */
export function createProbe(
  { call, seed, budgetMs = Infinity }: ProbeRequest,
  line: SuiteLine,
): Probe {
  const rounds = Object.entries(roundsOf(seed));
  let replace: Replace | undefined;
  let shift = 0;
  let asked: 'not' | 'called' | 'raced' = 'not';
  const answer: SuiteLine['call'] = (request) => {
    if (request.name !== call || replace === undefined) return line.call(request);
    asked = 'called';
    return replace(() => line.call(request));
  };
  return {
    line: {
      ...line,
      call: answer,
      async race(request, limits) {
        if (request.name !== call) return line.race(request, limits);
        const outcome = await answer(request);
        asked = 'raced';
        if (outcome.kind !== 'returned') return outcome;
        return { ...outcome, kind: 'raced', candidateMs: 1, referenceMs: 1, hasWon: true };
      },
    },
    async run(body) {
      const probed: Probed[] = [];
      const endsAt = performance.now() + budgetMs;
      // Where time is short, each test case gets others than the one before.
      const shifted = [...rounds.slice(shift), ...rounds.slice(0, shift)];
      shift = (shift + leastRounds) % rounds.length;
      let stride = 1;
      for (const [index, [junk, how]] of shifted.entries()) {
        if (index % stride > 0) continue;
        if (probed.length >= leastRounds && performance.now() > endsAt) break;
        replace = how;
        asked = 'not';
        const took = await take(body, `${call} answered ${junk}`);
        if (asked === 'not') break;
        if (asked === 'raced') stride = raceStride;
        if (took !== 'nothing to spoil') probed.push({ junk, ...took });
      }
      return probed;
    },
  };
}

function roundsOf(seed: number): Record<string, Replace> {
  const error = { name: 'Error', message: 'no idea', stack: '' };
  const rounds: Record<string, Replace> = {
    'a thrown error': async () => ({ kind: 'threw', error, wallMs: 0 }),
  };
  for (const [name, expression] of Object.entries(junkExpressions)) {
    const outcome = outcomeOf(expression);
    rounds[name] = () => outcome;
  }
  for (const name of spoilNames) {
    rounds[`a right answer with ${name}`] = async (honest) => {
      const outcome = await honest();
      if (outcome.kind !== 'returned') return outcome;
      const random = createRandom(seed, name);
      const spoiled = serialize(spoilAnswer(deserialize(outcome.answer), { name, random }));
      if (spoiled.equals(outcome.answer)) throw new NothingToSpoil();
      return { ...outcome, answer: spoiled };
    };
  }
  return rounds;
}

/** What the candidate process would make of the value: data, or the news that it is none. */
async function outcomeOf(expression: string): Promise<CallOutcome> {
  try {
    const value: unknown = await runInThisContext(`(${expression})`);
    return { kind: 'returned', answer: serialize(value), wallMs: 0, argumentsChanged: false };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'unsendable', error: { name: 'Error', message, stack: '' } };
  }
}

/** Ends a round that would only ask the right answer again. */
class NothingToSpoil extends Error {}

async function take(
  body: () => Promise<void>,
  what: string,
): Promise<{ fault?: Fault } | 'nothing to spoil'> {
  try {
    await body();
    return {};
  } catch (error) {
    if (error instanceof CandidateFault) return { fault: error.fault };
    if (error instanceof NothingToSpoil) return 'nothing to spoil';
    throw new Error(`${what}: ${String(error)}`, { cause: error });
  }
}
