// TRUSTED SIDE. How long a call may take in this run. A function that ran out of time gets half as long
// with its next call, so that a loop that never ends costs seconds and not a limit for each test case.
import type { CallOutcome, CallRequest } from './outcome.ts';

/** No call that does its work is cut off sooner. */
const leastMs = 1_000;

export class CallLimits {
  readonly #timesOut = new Map<string, number>();

  /** The request with the limit that it has by now. */
  apply(request: CallRequest): CallRequest {
    const { name, limitMs } = request;
    const halved = limitMs / 2 ** (this.#timesOut.get(name) ?? 0);
    return { ...request, limitMs: Math.min(limitMs, Math.max(leastMs, halved)) };
  }

  /** Takes notice of how the call of `request` ended; the outcome says where its limit was cut. */
  note({ name, limitMs }: CallRequest, outcome: CallOutcome): CallOutcome {
    if (outcome.kind !== 'timedOut' || outcome.what !== 'call') return outcome;
    this.#timesOut.set(name, (this.#timesOut.get(name) ?? 0) + 1);
    return outcome.limitMs < limitMs ? { ...outcome, isHalved: true } : outcome;
  }
}
