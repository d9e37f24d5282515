// TRUSTED SIDE. Measures what one candidate process uses and prints, and says when it is too much.
import type { ChildProcess } from 'node:child_process';
import type { Limits } from '../model/problem.ts';
import { readUsage, type ProcessUsage } from '../sandbox/usage.ts';
import type { Death } from './outcome.ts';

const memorySampleMs = 25;
/** Characters kept of what the process prints. */
const maxPrinted = 4_000;

export class Meter {
  printedChars = 0;
  /** The last of what it printed, on stdout and stderr. */
  printed = '';
  readonly #process: ChildProcess;
  readonly #limits: Limits;
  readonly #exceed: (death: Death) => void;
  readonly #sampler: NodeJS.Timeout;
  #usage: ProcessUsage | undefined;
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
    this.#sampler = setInterval(() => this.#sampleMemory(), memorySampleMs).unref();
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

  #sampleMemory(): void {
    const { memoryMb } = this.#limits;
    if ((this.measure()?.residentMb ?? 0) > memoryMb)
      this.#exceed({ kind: 'outOfMemory', limitMb: memoryMb });
  }
}
