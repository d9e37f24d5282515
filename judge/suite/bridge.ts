// TRUSTED SIDE. Joins the hidden suite, in a vitest worker thread, to the supervisor in the main
// thread. The clock of record is the main thread's, where no oracle keeps it from ticking.
import { BroadcastChannel } from 'node:worker_threads';
import type { CallOutcome, CallRequest } from '../candidate/outcome.ts';
import type { RaceOutcome, Supervisor } from '../candidate/supervisor.ts';
import { messageOf } from '../errors.ts';
import type { Submission } from '../model/submission.ts';

export type SuiteContext = {
  channel: string;
  seed: number;
  submissionUrl: string;
  /** Limit of a call where the suite sets no other. */
  callTimeMs: number;
  /** What each subtask needs; absent for the sample suite, whose groups are free. */
  needs: Record<string, string[]>;
};

type Ask = { kind: 'call'; request: CallRequest } | { kind: 'fresh' } | { kind: 'race'; request: CallRequest; rounds: number };
type Question = { to: 'judge'; id: number; ask: Ask };
type Reply = { to: 'suite'; id: number; value: unknown } | { to: 'suite'; id: number; failure: string };

/** Main thread: answers the suite's questions until closed. */
export function serveSuite(
  channelName: string,
  { supervisor, reference }: { supervisor: Supervisor; reference: () => Promise<Submission> },
): BroadcastChannel {
  const channel = new BroadcastChannel(channelName);
  const answer = async (ask: Ask): Promise<unknown> => {
    if (ask.kind === 'call') return supervisor.call(ask.request);
    if (ask.kind === 'fresh') return supervisor.fresh();
    return supervisor.race(ask.request, { reference: await reference(), rounds: ask.rounds });
  };
  listen<Question>(channel, ({ to, id, ask }) => {
    if (to !== 'judge') return;
    const reply = (message: Reply): void => channel.postMessage(message);
    answer(ask).then(
      (value) => reply({ to: 'suite', id, value }),
      (error: unknown) => reply({ to: 'suite', id, failure: messageOf(error) }),
    );
  });
  return channel;
}

export type SuiteLine = {
  call(request: CallRequest): Promise<CallOutcome>;
  fresh(): Promise<void>;
  race(request: CallRequest, rounds: number): Promise<RaceOutcome>;
};

/** Worker thread: asks the main thread. A failure of ours rejects. */
export function joinJudge(channelName: string): SuiteLine {
  const channel = new BroadcastChannel(channelName);
  channel.unref();
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let questions = 0;
  listen<Reply>(channel, (reply) => {
    const asker = reply.to === 'suite' ? waiting.get(reply.id) : undefined;
    if (asker === undefined) return;
    waiting.delete(reply.id);
    if ('failure' in reply) asker.reject(new Error(reply.failure));
    else asker.resolve(reply.value as never);
    if (waiting.size === 0) channel.unref();
  });
  const ask = <T>(question: Ask): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++questions;
      waiting.set(id, { resolve, reject });
      channel.ref();
      channel.postMessage({ to: 'judge', id, ask: question } satisfies Question);
    });
  return {
    call: (request) => ask({ kind: 'call', request }),
    fresh: () => ask({ kind: 'fresh' }),
    race: (request, rounds) => ask({ kind: 'race', request, rounds }),
  };
}

/** Both ends are ours, so the messages are typed, not parsed. */
function listen<Message>(channel: BroadcastChannel, onMessage: (message: Message) => void): void {
  channel.onmessage = (event: unknown) => {
    if (typeof event === 'object' && event !== null && 'data' in event) onMessage(event.data as Message);
  };
}
