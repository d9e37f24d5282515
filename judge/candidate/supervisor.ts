// TRUSTED SIDE. Keeps a candidate process alive for a run: after a crash or a time-out it starts the
// next, so that one bad call does not decide the rest.
import { JudgeError } from '../errors.ts';
import { CallLimits } from './callLimits.ts';
import { CandidateHost, type HostOptions } from './host.ts';
import type { CallOutcome, CallRequest, Death, LoadOutcome, Usage } from './outcome.ts';
import { patiently, race, referenceFailed, type RaceLimits, type RaceOutcome } from './race.ts';

/** Characters kept of what the submission printed. */
const maxPrinted = 4_000;

export type SupervisorOptions = HostOptions & {
  /** Whether the suite will put questions aside, as it seems; then a standby waits for them. */
  hasAside?: boolean;
  /** Starts a standby, and the reference too, before anything is asked; else when it is needed. */
  ahead?: { reference: boolean } | undefined;
};

export class Supervisor {
  readonly #options: HostOptions;
  /** Settles when a standby is to have the text: not before the first process has answered. */
  readonly #released = Promise.withResolvers<void>();
  readonly #retired: Usage = {
    cpuMs: undefined,
    peakMemoryMb: undefined,
    printedChars: 0,
    printed: '',
    strayErrors: 0,
  };
  readonly #limits = new CallLimits();
  #host: CandidateHost;
  /** A second process: what the first has answered before must not show in its answers. */
  #aside: CandidateHost | undefined;
  /** Booted and loaded ahead, so that the second process or one after a crash costs no time. */
  #standby: CandidateHost | undefined;
  readonly #hasAside: boolean;
  /** Whether a process of this run has died: the next may. */
  #hasDied = false;
  #isStopped = false;
  /** Wall time that the suite has waited for the submission. */
  #spentMs = 0;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #readReference: () => HostOptions['submission'];
  /** Runs the reference solution, once something asks for it. */
  #reference: CandidateHost | undefined;
  #referenceQueue: Promise<unknown> = Promise.resolve();

  constructor(
    { ahead, hasAside = false, ...options }: SupervisorOptions,
    readReference: () => HostOptions['submission'],
  ) {
    this.#options = options;
    this.#hasAside = hasAside;
    this.#readReference = readReference;
    this.#host = new CandidateHost(options);
    if (ahead !== undefined) this.#standby = this.#startStandby();
    if (ahead?.reference) this.#livingReference();
  }

  /** How the first process of the run loaded the submission. */
  get loaded(): Promise<LoadOutcome> {
    return this.#host.loaded;
  }

  /** Asks the candidate process one question; questions wait for each other. */
  call(request: CallRequest): Promise<CallOutcome> {
    return this.#withinRun(async () => {
      const host = request.isAside ? this.#livingAside() : this.#living();
      const outcome = this.#limits.note(request, await host.call(this.#limits.apply(request)));
      this.#hasDied ||= !host.isAlive;
      if ((this.#hasAside && this.#aside === undefined) || this.#hasDied) this.#keepStandby();
      return outcome;
    });
  }

  /**
   * Times one call in the candidate process and in an identical process that runs the reference, in
   * turn: see `race`.
   */
  race(request: CallRequest, limits: RaceLimits): Promise<RaceOutcome> {
    const candidateOf = (round: number): CandidateHost => {
      if (round > 1) this.#replace();
      return this.#living();
    };
    return this.#withinRun(() =>
      race({ rival: this.#livingReference(), candidateOf }, request, limits),
    );
  }

  /** The answer of the reference solution; its failure is ours. */
  askReference(request: CallRequest): Promise<Uint8Array> {
    const asked = this.#referenceQueue.then(() => this.#livingReference().call(patiently(request)));
    this.#referenceQueue = asked.catch(() => {});
    return asked.then((outcome) => {
      if (outcome.kind !== 'returned') throw referenceFailed(request, outcome);
      return outcome.answer;
    });
  }

  /** Ends the run; may be called again. */
  async stop(): Promise<Usage> {
    const own = [this.#host, this.#aside].filter((host) => host !== undefined);
    if (!this.#isStopped) own.forEach((host) => this.#retire(host));
    this.#isStopped = true;
    await Promise.all([...own, this.#standby, this.#reference].map(async (host) => host?.stop()));
    return this.#retired;
  }

  /** Asks in turn, unless the run has used up its time; a last question may pass the limit. */
  #withinRun<T>(ask: () => Promise<T>): Promise<T | Death> {
    return this.#inTurn(async () => {
      const death = this.#findOverspent();
      if (death !== undefined) return death;
      const startedAt = performance.now();
      try {
        return await ask();
      } finally {
        this.#spentMs += performance.now() - startedAt;
      }
    });
  }

  #findOverspent(): Death | undefined {
    const { runTimeMs, cpuFactor } = this.#options.limits;
    if (this.#spentMs > runTimeMs) return { kind: 'timedOut', what: 'run', limitMs: runTimeMs };
    const limitMs = cpuFactor * runTimeMs;
    const living = this.#host.meter.cpuMs + (this.#aside?.meter.cpuMs ?? 0);
    const cpuMs = (this.#retired.cpuMs ?? 0) + living;
    return cpuMs > limitMs ? { kind: 'overworked', what: 'run', limitMs } : undefined;
  }

  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#queue.then(ask);
    this.#queue = answer.catch(() => {});
    return answer;
  }

  #living(): CandidateHost {
    // A suite may still be asking when its run is over.
    if (this.#isStopped) throw new JudgeError('The run has ended.');
    if (!this.#host.isAlive) this.#replace();
    return this.#host;
  }

  #livingAside(): CandidateHost {
    if (this.#aside?.isAlive !== true) {
      if (this.#aside !== undefined) this.#end(this.#aside);
      this.#aside = this.#next();
    }
    return this.#aside;
  }

  #livingReference(): CandidateHost {
    if (this.#isStopped) throw new JudgeError('The run has ended.');
    if (this.#reference?.isAlive !== true) {
      this.#reference = new CandidateHost({
        ...this.#options,
        submission: this.#readReference(),
      });
    }
    return this.#reference;
  }

  /** Its boot takes from the process that is asked: only where another one is likely to be needed. */
  #keepStandby(): void {
    this.#released.resolve();
    if (!this.#isStopped) this.#standby ??= this.#startStandby();
  }

  #startStandby(): CandidateHost {
    const { submission } = this.#options;
    const source = this.#released.promise.then(() => submission.source);
    return new CandidateHost({
      ...this.#options,
      submission: { ...submission, source },
    });
  }

  #replace(): void {
    this.#end(this.#host);
    this.#host = this.#next();
  }

  /** A process that has answered nothing. */
  #next(): CandidateHost {
    // A suite may still be asking when its run is over.
    if (this.#isStopped) throw new JudgeError('The run has ended.');
    this.#released.resolve();
    const next = this.#standby?.isAlive ? this.#standby : new CandidateHost(this.#options);
    this.#standby = undefined;
    return next;
  }

  #end(host: CandidateHost): void {
    this.#retire(host);
    void host.stop();
  }

  #retire({ meter, strayErrors }: CandidateHost): void {
    const { printedChars, printed } = meter;
    const usage = meter.measure();
    const total = this.#retired;
    if (usage !== undefined) {
      total.cpuMs = (total.cpuMs ?? 0) + usage.cpuMs;
      total.peakMemoryMb = Math.max(total.peakMemoryMb ?? 0, usage.peakMb);
    }
    total.printedChars += printedChars;
    total.printed = (total.printed + printed).slice(-maxPrinted);
    total.strayErrors += strayErrors;
  }
}
