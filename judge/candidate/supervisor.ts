// TRUSTED SIDE. Keeps a candidate process alive for a run: after a crash, a time-out or a request
// for a fresh one it starts the next, so that one bad call does not decide the rest.
import { JudgeError } from '../errors.ts';
import { CandidateHost, type HostOptions } from './host.ts';
import type { CallOutcome, CallRequest, LoadOutcome, Usage } from './outcome.ts';

export type RaceOutcome =
  | { kind: 'raced'; candidateMs: number; referenceMs: number }
  | Exclude<CallOutcome, { kind: 'returned' }>;

/** Characters kept of what the submission printed. */
const maxPrinted = 4_000;

export class Supervisor {
  readonly #options: HostOptions;
  readonly #retired: Usage = {
    cpuMs: undefined,
    peakMemoryMb: undefined,
    printedChars: 0,
    printed: '',
    strayErrors: 0,
  };
  #host: CandidateHost;
  /** Booted and loaded ahead, so that a fresh process or one after a crash costs no time. */
  #standby: CandidateHost | undefined;
  #isStopped = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: HostOptions) {
    this.#options = options;
    this.#host = new CandidateHost(options);
  }

  /** How the first process of the run loaded the submission. */
  get loaded(): Promise<LoadOutcome> {
    return this.#host.loaded;
  }

  /** Asks the candidate process one question; questions wait for each other. */
  call(request: CallRequest): Promise<CallOutcome> {
    return this.#inTurn(async () => {
      const outcome = await this.#living().call(request);
      if (!this.#isStopped) this.#standby ??= new CandidateHost(this.#options);
      return outcome;
    });
  }

  /** The next question goes to a process that has answered none before. */
  fresh(): Promise<void> {
    return this.#inTurn(async () => this.#replace());
  }

  /**
   * Times one call in the candidate process and in an identical process that runs the file
   * `referencePath`, `rounds` times each and in turn. The fastest round of each counts.
   */
  race(
    request: CallRequest,
    { reference, rounds }: { reference: HostOptions['submission']; rounds: number },
  ): Promise<RaceOutcome> {
    return this.#inTurn(async () => {
      const rival = new CandidateHost({ ...this.#options, submission: reference });
      try {
        return await race({ candidate: this.#living(), rival, request, rounds });
      } finally {
        await rival.stop();
      }
    });
  }

  /** Ends the run; may be called again. */
  async stop(): Promise<Usage> {
    if (!this.#isStopped) this.#retire();
    this.#isStopped = true;
    await Promise.all([this.#host.stop(), this.#standby?.stop()]);
    return this.#retired;
  }

  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#queue.then(ask);
    this.#queue = answer.catch(() => {});
    return answer;
  }

  #living(): CandidateHost {
    if (!this.#host.isAlive) this.#replace();
    return this.#host;
  }

  #replace(): void {
    this.#retire();
    void this.#host.stop();
    this.#host = this.#standby?.isAlive ? this.#standby : new CandidateHost(this.#options);
    this.#standby = undefined;
  }

  #retire(): void {
    const { usage, printedChars, printed, strayErrors } = this.#host;
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

async function race({
  candidate,
  rival,
  request,
  rounds,
}: {
  candidate: CandidateHost;
  rival: CandidateHost;
  request: CallRequest;
  rounds: number;
}): Promise<RaceOutcome> {
  let candidateMs = Infinity;
  let referenceMs = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const asked = await candidate.call(request);
    if (asked.kind !== 'returned') return asked;
    const known = await rival.call(request);
    if (known.kind !== 'returned') {
      throw new JudgeError(`The reference failed at ${request.name}: ${JSON.stringify(known)}`);
    }
    candidateMs = Math.min(candidateMs, asked.wallMs);
    referenceMs = Math.min(referenceMs, known.wallMs);
  }
  return { kind: 'raced', candidateMs, referenceMs };
}
