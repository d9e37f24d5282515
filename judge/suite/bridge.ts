// TRUSTED SIDE. Joins the hidden suite, in a vitest worker thread, to the supervisor in the main
// thread. The clock of record is the main thread's, where no oracle keeps it from ticking.
import { randomUUID } from 'node:crypto';
import {
  MessageChannel,
  postMessageToThread,
  threadId,
  type MessagePort,
} from 'node:worker_threads';
import type { CallOutcome, CallRequest } from '../candidate/outcome.ts';
import type { RaceLimits, RaceOutcome } from '../candidate/race.ts';
import type { Supervisor } from '../candidate/supervisor.ts';
import { JudgeError, messageOf } from '../errors.ts';
import type { ProbeRequest } from './probe.ts';
import type { Services } from '../services/start.ts';
import type { ServiceAddresses } from '../services/service.ts';

/** Where the suite finds the supervisor of its run. */
type Address = { threadId: number; run: string };

export type SuiteContext = {
  address: Address;
  seed: number;
  submissionUrl: string;
  /** Limit of a call where the suite sets no other. */
  callTimeMs: number;
  /** What each subtask needs. Groups of the sample suite that are no subtask need nothing. */
  needs: Record<string, string[]>;
  /** Makes the run a probe: wrong answers in place of right ones, nothing scored. */
  probe?: ProbeRequest;
  search?: Search | undefined;
  /** Whether the suite is one that people may read: then messages need not hide its input. */
  isVisible?: boolean | undefined;
};

/** What an example is looked for in, instead of a score. */
export type Search = {
  /** Only this subtask is asked, whatever it needs. */
  subtask: string;
  /** Inputs that this seed asks too are not shown: that of the run, so that none of its is. */
  shadowSeed: number;
  /** Functions whose arguments do not decide the answer. */
  openAnswers: string[];
  /** Words of the statement and the starter, in lower case. */
  words: string[];
};

type Ask =
  | { kind: 'call'; request: CallRequest }
  | { kind: 'reference'; request: CallRequest }
  | { kind: 'begin' }
  | { kind: 'services' }
  | { kind: 'race'; request: CallRequest; limits: RaceLimits };
type Answer =
  | { kind: 'call'; outcome: CallOutcome }
  | { kind: 'reference'; answer: Uint8Array }
  | { kind: 'begin' }
  | { kind: 'services'; addresses: ServiceAddresses }
  | { kind: 'race'; outcome: RaceOutcome }
  /** The judge failed while it looked for the answer. */
  | { kind: 'failed'; why: string };
type Question = { id: number; ask: Ask };
type Reply = { id: number; answer: Answer };
/** The suite's end of a line, once it is up. */
type Joining = { run: string; port: MessagePort };

export type SuiteServer = { address: Address; close(): void };

/**
 * Main thread: answers the suite's questions until closed. `begun` settles when the submission is
 * there; the suite loads before that and then waits.
 */
export function serveSuite({
  supervisor,
  services,
  begun,
}: {
  supervisor: Supervisor;
  services: Services;
  begun: Promise<unknown>;
}): SuiteServer {
  begun.catch(() => {}); // whoever asks hears of it
  const find = async (ask: Ask): Promise<Answer> => {
    switch (ask.kind) {
      case 'call':
        return { kind: 'call', outcome: await supervisor.call(ask.request) };
      case 'begin':
        await begun;
        return { kind: 'begin' };
      case 'reference':
        return { kind: 'reference', answer: await supervisor.askReference(ask.request) };
      case 'services':
        return { kind: 'services', addresses: await services.addresses() };
      case 'race':
        return { kind: 'race', outcome: await supervisor.race(ask.request, ask.limits) };
    }
  };
  const address = { threadId, run: randomUUID() };
  let line: MessagePort | undefined;
  const join = ({ run, port }: Joining): void => {
    if (run !== address.run) return;
    line = port;
    port.on('message', async ({ id, ask }: Question) => {
      const answer = await find(ask).catch((error: unknown): Answer => ({
        kind: 'failed',
        why: messageOf(error),
      }));
      port.postMessage({ id, answer } satisfies Reply);
    });
  };
  process.on('workerMessage', join);
  return {
    address,
    close() {
      process.off('workerMessage', join);
      line?.close();
    },
  };
}

export type SuiteLine = {
  /** Waits until there is a submission to be asked. */
  begin(): Promise<void>;
  call(request: CallRequest): Promise<CallOutcome>;
  /** What the reference solution answers, in a process of its own. */
  reference(request: CallRequest): Promise<Uint8Array>;
  services(): Promise<ServiceAddresses>;
  race(request: CallRequest, limits: RaceLimits): Promise<RaceOutcome>;
};

/** Worker thread: asks the main thread. A failure of ours rejects. */
export function joinJudge({ threadId: judge, run }: Address): SuiteLine {
  // No broadcast channel: as long as its code is cold, a round trip over it takes five times as long.
  const { port1: line, port2: port } = new MessageChannel();
  const joined = postMessageToThread(judge, { run, port } satisfies Joining, [port]);
  joined.catch(() => {}); // `begin` tells
  const waiting = new Map<number, (answer: Answer) => void>();
  let questions = 0;
  line.on('message', ({ id, answer }: Reply) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    if (waiting.size === 0) line.unref();
  });
  line.unref();
  const ask = (question: Ask): Promise<Answer> =>
    new Promise((resolve) => {
      const id = ++questions;
      waiting.set(id, resolve);
      line.ref();
      line.postMessage({ id, ask: question } satisfies Question);
    });
  return {
    async begin() {
      await joined;
      const answer = await ask({ kind: 'begin' });
      if (answer.kind !== 'begin') throw unanswered(answer);
    },
    async call(request) {
      const answer = await ask({ kind: 'call', request });
      if (answer.kind !== 'call') throw unanswered(answer);
      return answer.outcome;
    },
    async reference(request) {
      const answer = await ask({ kind: 'reference', request });
      if (answer.kind !== 'reference') throw unanswered(answer);
      return answer.answer;
    },
    async services() {
      const answer = await ask({ kind: 'services' });
      if (answer.kind !== 'services') throw unanswered(answer);
      return answer.addresses;
    },
    async race(request, limits) {
      const answer = await ask({ kind: 'race', request, limits });
      if (answer.kind !== 'race') throw unanswered(answer);
      return answer.outcome;
    },
  };
}

function unanswered(answer: Answer): Error {
  return new JudgeError(
    answer.kind === 'failed' ? answer.why : 'the judge answered another question',
  );
}
