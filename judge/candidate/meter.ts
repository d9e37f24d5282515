// TRUSTED SIDE. Measures what one candidate process uses and prints, and says when it is too much.
import type { ChildProcess } from 'node:child_process';
import type { Limits } from '../model/problem.ts';
import { readUsage, type ProcessUsage } from '../sandbox/usage.ts';
import type { Death } from './outcome.ts';

const sampleMs = 25;
/** Characters kept of what the process prints. */
const maxPrinted = 4_000;

/** What the process is busy with, and the CPU time that it may use for it. */
type Work = { what: 'load' | 'call'; limitMs: number; startCpuMs: number | undefined };

export class Meter {
  printedChars = 0;
  /** The last of what it printed, on stdout and stderr. */
  printed = '';
  readonly #process: ChildProcess;
  readonly #limits: Limits;
  readonly #exceed: (death: Death) => void;
  #sampler: NodeJS.Timeout | undefined;
  #usage: ProcessUsage | undefined;
  #work: Work | undefined;
  #isStopped = false;

  /** Calls `exceed` with the limit that the process passes; it may call again. */
  constructor(process: ChildProcess, limits: Limits, exceed: (death: Death) => void) {
    this.#process = process;
    this.#limits = limits;
    this.#exceed = exceed;
    // Always read: a full pipe would stop the process, and time would run on.
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#hearPrinted(text));
    }
  }

  /** CPU time used by the last reading, which is at most a moment old. */
  get cpuMs(): number {
    return this.#usage?.cpuMs ?? 0;
  }

  /** From now on CPU time counts against a load or a call whose wall time is `wallMs` at most. */
  startWork(what: 'load' | 'call', wallMs: number): void {
    const limitMs = Math.ceil(wallMs * this.#limits.cpuFactor);
    // Before its first work there is nothing of the submission to be measured.
    if (!this.#isStopped) this.#sampler ??= setInterval(() => this.#sample(), sampleMs).unref();
    // The next reading is where it starts: one of its own would cost every call.
    this.#work = { what, limitMs, startCpuMs: undefined };
  }

  endWork(): void {
    this.#work = undefined;
  }

  /** What the process has used; after `stop`, what it had used by then. */
  measure(): ProcessUsage | undefined {
    const { pid } = this.#process;
    if (pid !== undefined && !this.#isStopped) this.#usage = readUsage(pid) ?? this.#usage;
    return this.#usage;
  }

  /** Takes the last reading. What is still in the pipes is counted as it comes. */
  stop(): void {
    clearInterval(this.#sampler);
    this.measure();
    this.#isStopped = true;
  }

  #hearPrinted(text: string): void {
    const { outputChars } = this.#limits;
    this.printedChars += text.length;
    this.printed = (this.printed + text).slice(-maxPrinted);
    if (this.printedChars > outputChars) this.#exceed({ kind: 'flooded', limitChars: outputChars });
  }

  #sample(): void {
    const usage = this.measure();
    if (usage === undefined) return;
    const { memoryMb, threads } = this.#limits;
    if (usage.residentMb > memoryMb) this.#exceed({ kind: 'outOfMemory', limitMb: memoryMb });
    if (usage.threads > threads) this.#exceed({ kind: 'tooManyThreads', limit: threads });
    this.#sampleWork(usage.cpuMs);
  }

  #sampleWork(cpuMs: number): void {
    if (this.#work === undefined) return;
    const { what, limitMs, startCpuMs } = this.#work;
    if (startCpuMs === undefined) this.#work.startCpuMs = cpuMs;
    else if (cpuMs - startCpuMs > limitMs) this.#exceed({ kind: 'overworked', what, limitMs });
  }
}
