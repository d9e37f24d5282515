// TRUSTED SIDE. All that a hidden suite may import. The suite asks, the candidate process answers,
// the suite compares; expected values never leave this side.
import { deserialize, serialize } from 'node:v8';
import { beforeAll, describe, inject, test as vitestTest } from 'vitest';
import type { z } from 'zod';
import type { CallOutcome, CallRequest } from '../candidate/outcome.ts';
import type { RaceOutcome } from '../candidate/race.ts';
import type { Measurement } from '../model/measurement.ts';
import type { ServiceAddresses } from '../services/service.ts';
import { parseAnswer } from './answer.ts';
import { joinJudge, type SuiteContext, type SuiteLine } from './bridge.ts';
import { check, Mismatch } from './checkers.ts';
import type { RecordedCall } from './example.ts';
import { CandidateFault, faultOf } from './fault.ts';
import { createProbe } from './probe.ts';
import { createRandom, type Random } from './random.ts';
import type { CaseRecord } from './record.ts';

export {
  check,
  checkDraws,
  checkPartition,
  checkPermutation,
  checkSame,
  findDifference,
  isSameNumber,
} from './checkers.ts';
export { createRandom, type Random } from './random.ts';
export type { AskScript } from '../model/ask.ts';

declare module 'vitest' {
  interface ProvidedContext {
    judge: SuiteContext;
  }
}

export type CallOptions = {
  /** Wall time of this call instead of the manifest's `callTimeMs`. */
  limitMs?: number;
  /** The call must leave its arguments as they were. */
  keepsArguments?: boolean;
};

export type RaceLimits = {
  /** The call may take so many times the reference's time, and `floorMs` in any case. */
  maxRatio: number;
  floorMs: number;
  /** What the reference is called with, where both must not touch the same things. */
  referenceArgs?: readonly unknown[];
};

export type Candidate = {
  /** Calls an exported function; a wrong answer unless the returned (or awaited) value fits `schema`. */
  call<T>(
    name: string,
    args: readonly unknown[],
    schema: z.ZodType<T>,
    options?: CallOptions,
  ): Promise<T>;
  /** Calls an exported function that must throw (an error of this name); a wrong answer otherwise. */
  callThrows(
    name: string,
    args: readonly unknown[],
    why: string,
    errorName?: string,
  ): Promise<void>;
  /**
   * Calls an exported function, timed against the reference solution in an identical process of
   * the same run. Fails when every one of three rounds is over `limits`. Answers the last round's
   * answer, and the measurement, which `note` takes.
   */
  race<T>(
    name: string,
    args: readonly unknown[],
    schema: z.ZodType<T>,
    limits: RaceLimits,
  ): Promise<{ answer: T; note: Measurement }>;
};

export type TestContext = {
  candidate: Candidate;
  /** What the reference solution answers, called in a process of its own. */
  askReference: <T>(name: string, args: readonly unknown[], schema: z.ZodType<T>) => Promise<T>;
  /** Where the services of the manifest are. */
  services: () => Promise<ServiceAddresses>;
  /** The submission in a second process, which answers nothing else in this run. */
  otherCandidate: Pick<Candidate, 'call'>;
  /** Seeded by the run and the test case's name. */
  random: Random;
  /** Adds a fact to the report. */
  note: (fact: string | Measurement) => void;
};

export type TestBody = (context: TestContext) => Promise<void>;

type Group = { id: string; hasScored: boolean; blockedBy: CaseRecord['skipped'] };

const context: SuiteContext = inject('judge');
const judgeLine = joinJudge(context.address);
const probe = context.probe && createProbe(context.probe, judgeLine);
const line: SuiteLine = probe?.line ?? judgeLine;
// The suite is loaded before the submission is there, which may be long before (judge watch).
const noLimit = 0;
beforeAll(() => line.begin(), noLimit);

const groups = new Map<string, Group>();
let defining: Group | undefined;

/**
 * A subtask of the manifest. `control` is a trivially valid call: when it fails, no test case of
 * the subtask counts, so that a stub cannot pass by saying nothing.
 */
export function subtask(id: string, control: TestBody, define: () => void): void {
  describe(id, () => {
    const group: Group = { id, hasScored: false, blockedBy: undefined };
    groups.set(id, group);
    defining = group;
    addTest('positive control', control, { group, isControl: true });
    define();
    defining = undefined;
  });
}

/**
 * A test case of the subtask around it; it must ask the candidate at least once. In a sample suite
 * it may stand alone.
 */
export function test(title: string, body: TestBody): void {
  if (defining !== undefined) return addTest(title, body, { group: defining, isControl: false });
  // In a hidden suite this is a group that the manifest does not have: a judge error.
  const group: Group = { id: title, hasScored: false, blockedBy: undefined };
  describe(title, () => addTest(title, body, { group, isControl: false }));
}

function addTest(
  title: string,
  body: TestBody,
  { group, isControl }: { group: Group; isControl: boolean },
): void {
  vitestTest(title, async ({ task, skip }) => {
    const record: CaseRecord = { isControl, calls: 0, measurements: [] };
    task.meta.judge = record;
    const { search } = context;
    const name = `${group.id}/${title}`;
    const calls: RecordedCall[] = [];
    const keep = (call: RecordedCall): void => void (search && calls.push(call));
    const run = (): Promise<void> => body(testContext(name, { record, keep }));
    if (probe !== undefined) {
      record.probed = await probe.run(run);
      return;
    }
    const needs = search === undefined ? (context.needs[group.id] ?? []) : [];
    if (isControl && needs.some((need) => groups.get(need)?.hasScored !== true))
      group.blockedBy = 'needs';
    if (search !== undefined && search.subtask !== group.id) group.blockedBy = 'notAsked';
    if (group.blockedBy !== undefined) {
      record.skipped = group.blockedBy;
      skip();
    }
    try {
      await run();
    } catch (error) {
      if (isControl && search === undefined) group.blockedBy = 'control';
      if (error instanceof CandidateFault) {
        record.fault = { call: lastCall, ...error.fault };
        if (context.isVisible && error instanceof Mismatch) {
          const { compare } = await import('./compare.ts');
          record.fault.compared = compare(error.difference());
        }
        if (error.measurement !== undefined) record.measurements.push(error.measurement);
        if (search !== undefined) {
          const { exampleOf } = await import('./shadow.ts');
          record.example = await exampleOf(calls, { name, body, search, context, line });
          // One that can be shown is enough.
          if (record.example.kind === 'call') group.blockedBy = 'notAsked';
        }
      }
      throw error;
    }
    if (!isControl) group.hasScored = true;
  });
}

let lastCall: string | undefined;

function testContext(
  name: string,
  { record, keep }: { record: CaseRecord; keep: (call: RecordedCall) => void },
): TestContext {
  lastCall = undefined;
  const requestOf = (
    call: string,
    args: readonly unknown[],
    options: CallOptions = {},
  ): CallRequest => {
    record.calls += 1;
    lastCall = call;
    const { limitMs = context.callTimeMs, keepsArguments = false } = options;
    return { name: call, args: serialize(args), limitMs, watchArguments: keepsArguments };
  };
  const caller =
    ({ isAside }: { isAside: boolean }): Candidate['call'] =>
    async (call, args, schema, options) => {
      const request = { ...requestOf(call, args, options), isAside };
      const outcome = await line.call(request);
      keep({ request, outcome, due: { kind: 'answer', schema } });
      if (outcome.kind !== 'returned') throw failed(outcome, call, args);
      check(!outcome.argumentsChanged, `your ${call} changed its input; work on a copy`);
      return parseAnswer(outcome.answer, schema, call);
    };
  return {
    random: createRandom(context.seed, name),
    services: () => line.services(),
    async askReference(call, args, schema) {
      const limitMs = context.callTimeMs;
      const request = { name: call, args: serialize(args), limitMs, watchArguments: false };
      return schema.parse(deserialize(await line.reference(request)));
    },
    note: (fact) => {
      if (typeof fact !== 'string') record.measurements.push(fact);
      record.note = typeof fact === 'string' ? fact : fact.text;
    },
    otherCandidate: { call: caller({ isAside: true }) },
    candidate: {
      call: caller({ isAside: false }),
      async callThrows(call, args, why, errorName) {
        const request = requestOf(call, args);
        const outcome = await line.call(request);
        keep({ request, outcome, due: { kind: 'throw', why } });
        if (outcome.kind === 'threw') {
          const { name } = outcome.error;
          const isDue = errorName === undefined || name === errorName;
          check(isDue, `your ${call} threw another error than the ${errorName} due: ${why}`);
          return;
        }
        if (outcome.kind !== 'returned') throw failed(outcome, call, args);
        check(false, `your ${call} returned where it must throw: ${why}`);
      },
      async race(call, args, schema, limits) {
        const { referenceArgs, ...rest } = limits;
        const request = requestOf(call, args);
        const outcome = await line.race(request, {
          ...rest,
          referenceArgs: referenceArgs && serialize(referenceArgs),
        });
        keep({ request, outcome, due: { kind: 'timedAnswer', schema } });
        if (outcome.kind === 'outrun') throw outrun(call, outcome, limits);
        if (outcome.kind !== 'raced') throw failed(outcome, call, args);
        const note = checkRace(call, outcome, limits);
        return { answer: parseAnswer(outcome.answer, schema, call), note };
      },
    },
  };
}

function checkRace(
  call: string,
  { candidateMs, referenceMs, hasWon }: Extract<RaceOutcome, { kind: 'raced' }>,
  { maxRatio, floorMs }: RaceLimits,
): Measurement {
  const value = candidateMs / referenceMs;
  const text = `${Math.round(candidateMs)} ms, ${value.toFixed(1)} times the reference (limit ${maxRatio} times or ${floorMs} ms)`;
  const bar = Math.max(maxRatio, floorMs / referenceMs);
  const measurement: Measurement = { kind: 'atMost', what: `time of ${call}`, value, bar, text };
  if (!hasWon) throw new CandidateFault({ verdict: 'TLE', message: text }, measurement);
  return measurement;
}

/** A call that was ended took so long at least. */
function outrun(
  call: string,
  { limitMs, referenceMs }: Extract<RaceOutcome, { kind: 'outrun' }>,
  { maxRatio, floorMs }: RaceLimits,
): CandidateFault {
  const { fault } = failed({ kind: 'timedOut', what: 'call', limitMs }, call, []);
  const value = limitMs / referenceMs;
  const bar = Math.max(maxRatio, floorMs / referenceMs);
  const what = `time of ${call}`;
  return new CandidateFault(fault, { kind: 'atMost', what, value, bar, text: fault.message });
}

function failed(
  outcome: Exclude<CallOutcome, { kind: 'returned' }>,
  name: string,
  args: readonly unknown[],
): CandidateFault {
  const { submissionUrl, isVisible } = context;
  return new CandidateFault(faultOf(outcome, { name, args: isVisible ? [] : args, submissionUrl }));
}
