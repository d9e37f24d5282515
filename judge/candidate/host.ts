// TRUSTED SIDE. Owns one candidate process: starts it, asks it, times it, bounds it, ends it.
// Everything it hears from the process is parsed, and what does not fit the question is the
// process's end, not ours.
import type { ChildProcess } from 'node:child_process';
import { Duplex } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { JudgeError } from '../errors.ts';
import type { Limits } from '../model/problem.ts';
import type { Expected } from '../model/submission.ts';
import type { RunFolder } from '../leftovers/runFolder.ts';
import type { Sandbox, SandboxRequest } from '../sandbox/sandbox.ts';
import { beyondNeed } from './charge.ts';
import { deathOf, limitBehind, notStarted } from './death.ts';
import { Meter } from './meter.ts';
import { isDeath } from './outcome.ts';
import type { ArmOutcome, CallOutcome, CallRequest, Death, LoadOutcome } from './outcome.ts';
import {
  candidateFd,
  encodeFrame,
  isOneOf,
  FrameReader,
  parseMessage,
  type ChildMessage,
  type Frame,
  type HostMessage,
} from './protocol.ts';

/** Node itself must be up by then; when it is not, the machine is at fault. */
const bootLimitMs = 60_000;
/** Moving arguments and answers is not charged, but must end. */
const transferLimitMs = 20_000;
const maxAnswerMb = 128;
/** A process that ends closes its line first; how it ended tells more. */
const hangUpGraceMs = 500;
const hungUp: Death = { kind: 'misspoke', what: 'the end of its line to the judge' };
const maxStrayErrors = 1_000;

export type HostOptions = {
  submission: Expected;
  limits: Limits;
  sandbox: Sandbox;
  sandboxRequest: SandboxRequest;
  runFolder: RunFolder;
  /** A file of the project: libraries are looked up from here when the submission's folder has none. */
  resolveFrom: string;
  /** Packages that are loaded before the submission is there; they count as ours, not as its work. */
  preload?: readonly string[] | undefined;
};

type Heard = { message: ChildMessage; receivedAt: number } | { payload: Buffer };
type Answered =
  | { kind: 'answered'; answer: Buffer; receivedAt: number; argumentsChanged: boolean }
  | Extract<CallOutcome, { kind: 'unsendable' }>
  | Death;
type Wait = { resolve: (heard: Heard | Death) => void; timer: NodeJS.Timeout };

export class CandidateHost {
  readonly loaded: Promise<LoadOutcome>;
  readonly meter: Meter;
  strayErrors = 0;
  readonly #options: HostOptions;
  readonly #process: ChildProcess;
  readonly #socket: Duplex;
  readonly #reader = new FrameReader(maxAnswerMb * 1024 * 1024);
  readonly #gone: Promise<void>;
  #inbox: Heard[] = [];
  #wait: Wait | undefined;
  #death: Death | undefined;
  #calls = 0;
  #isUp = false;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#process = options.sandbox.start(options.sandboxRequest);
    options.runFolder.adopt(this.#process, this.#kill);
    this.meter = new Meter(this.#process, options.limits, (death) => this.#end(death));
    const socket = this.#process.stdio[candidateFd];
    if (!(socket instanceof Duplex)) {
      throw new JudgeError('The candidate process was started without its socket.');
    }
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#hear(chunk));
    socket.on('error', () => {}); // the process has gone; `exit` tells how
    socket.on('end', () => setTimeout(() => this.#end(hungUp), hangUpGraceMs).unref());
    this.#gone = new Promise((resolve) => {
      this.#process.once('close', (code, signal) => {
        this.#end(deathOf({ code, signal, printed: this.meter.printed }, options.limits));
        resolve();
      });
      this.#process.once('error', () => resolve()); // not started: `#load` reports it
    });
    this.loaded = this.#load();
    this.loaded.catch(() => {}); // handled by whoever awaits `loaded` or calls
  }

  get isAlive(): boolean {
    return this.#death === undefined;
  }

  /** Asks one question. Calls must not overlap. */
  async call(request: CallRequest): Promise<CallOutcome> {
    const armed = await this.arm(request);
    if (armed.kind !== 'armed') return armed;
    const outcome = await armed.go(request.limitMs);
    if (outcome.kind !== 'returned') return outcome;
    const { wallMs, moved, answer } = outcome;
    const { args, limitMs } = request;
    if (wallMs + beyondNeed(moved, { args, answer }) <= limitMs) return outcome;
    const death: Death = { kind: 'timedOut', what: 'call', limitMs };
    this.#end(death);
    return death;
  }

  /** Brings the arguments over, which is not charged; `go` makes the call and may be called once. */
  async arm(request: CallRequest): Promise<ArmOutcome> {
    const loaded = await this.loaded;
    if (loaded.kind !== 'loaded') return loaded;
    const { functions } = loaded;
    if (!functions.includes(request.name)) return { kind: 'missing', functions };
    if (this.#inbox.length > 0) return this.#misspoke('an answer before the question');
    const id = ++this.#calls;
    const sentAt = performance.now();
    this.#send({ kind: 'call', id, name: request.name, watchArguments: request.watchArguments });
    this.#write(encodeFrame('payload', request.args));
    const armed = await this.#next('armed', { id, what: 'answer', limitMs: transferLimitMs });
    if (isDeath(armed)) return armed;
    const argumentsMs = armed.receivedAt - sentAt;
    return { kind: 'armed', go: (limitMs) => this.#go({ id, argumentsMs }, limitMs) };
  }

  /** Ends the process, if it has not ended, and waits until it is gone. */
  async stop(): Promise<void> {
    this.#end({ kind: 'exited', how: 'was stopped by the judge' });
    await this.#gone;
  }

  async #load(): Promise<LoadOutcome> {
    const { submission, limits, resolveFrom, preload = [] } = this.#options;
    const started = await Promise.race([
      this.#next('ready', { what: 'load', limitMs: bootLimitMs }),
      new Promise<Error>((resolve) => this.#process.once('error', resolve)),
    ]);
    if (started instanceof Error || isDeath(started)) throw notStarted(started, this.meter.printed);
    this.#isUp = true;
    if (preload.length > 0) this.#send({ kind: 'preload', packages: preload });
    const source = await submission.source;
    if (this.#death !== undefined) throw notStarted(this.#death, this.meter.printed);
    const url = pathToFileURL(submission.path).href;
    this.#send({ kind: 'load', url, source, resolveFrom: pathToFileURL(resolveFrom).href });
    this.meter.startWork('load', limits.loadTimeMs);
    const expected = ['loaded', 'loadFailed'] as const;
    const heard = await this.#next(expected, { what: 'load', limitMs: limits.loadTimeMs });
    this.meter.endWork();
    if (isDeath(heard)) return heard;
    if (heard.message.kind === 'loadFailed') this.#end({ kind: 'exited', how: 'did not load' });
    return heard.message;
  }

  async #go(
    { id, argumentsMs }: { id: number; argumentsMs: number },
    limitMs: number,
  ): Promise<CallOutcome> {
    const startedAt = performance.now();
    this.#send({ kind: 'go', id });
    this.meter.startWork('call', limitMs);
    const done = await this.#next(['done', 'threw'], { id, what: 'call', limitMs });
    this.meter.endWork();
    if (isDeath(done)) return done;
    const wallMs = done.receivedAt - startedAt;
    if (done.message.kind === 'done') {
      const received = await this.#receiveAnswer(id);
      if (received.kind !== 'answered') return received;
      const moved = { argumentsMs, answerMs: received.receivedAt - done.receivedAt };
      const { answer, argumentsChanged } = received;
      return { kind: 'returned', answer, wallMs, moved, argumentsChanged };
    }
    const { error } = done.message;
    return limitBehind(error, this.#options.limits) ?? { kind: 'threw', error, wallMs };
  }

  async #receiveAnswer(id: number): Promise<Answered> {
    const heard = await this.#hearNext('answer', transferLimitMs);
    if (isDeath(heard)) return heard;
    if (!('payload' in heard)) {
      const { message } = heard;
      if (message.kind === 'unsendable' && message.id === id)
        return { kind: 'unsendable', error: message.error };
      return this.#misspoke(`"${message.kind}" where an answer was due`);
    }
    const answered = await this.#next('answered', { id, what: 'answer', limitMs: transferLimitMs });
    if (isDeath(answered)) return answered;
    const { receivedAt, message } = answered;
    const { argumentsChanged } = message;
    return { kind: 'answered', answer: heard.payload, receivedAt, argumentsChanged };
  }

  /** The next message, which must be of one of the `kinds` and about call `id`. */
  async #next<Kind extends ChildMessage['kind']>(
    kinds: Kind | readonly Kind[],
    { id, what, limitMs }: { id?: number; what: 'load' | 'call' | 'answer'; limitMs: number },
  ): Promise<{ message: Extract<ChildMessage, { kind: Kind }>; receivedAt: number } | Death> {
    const heard = await this.#hearNext(what, limitMs);
    if (isDeath(heard)) return heard;
    if ('payload' in heard) return this.#misspoke('data where a message was due');
    const { message, receivedAt } = heard;
    if (!isOneOf(message, kinds)) return this.#misspoke(`"${message.kind}" out of turn`);
    if ('id' in message && message.id !== id)
      return this.#misspoke('an answer to another question');
    return { message, receivedAt };
  }

  #hearNext(what: 'load' | 'call' | 'answer', limitMs: number): Promise<Heard | Death> {
    const heard = this.#inbox.shift();
    if (heard !== undefined) return Promise.resolve(heard);
    if (this.#death !== undefined) return Promise.resolve(this.#death);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end({ kind: 'timedOut', what, limitMs }), limitMs);
      this.#wait = { resolve, timer };
    });
  }

  #hear(chunk: Buffer): void {
    const frames = this.#reader.push(chunk, performance.now());
    if (frames === 'tooLarge') return this.#end({ kind: 'answerTooLarge', limitMb: maxAnswerMb });
    if (frames === 'malformed')
      return this.#end({ kind: 'misspoke', what: 'bytes that are no message' });
    for (const frame of frames) this.#hearFrame(frame);
  }

  #hearFrame(frame: Frame): void {
    if (frame.kind === 'payload') return this.#deliver({ payload: frame.body });
    const message = parseMessage(frame.body);
    if (message === undefined)
      return this.#end({ kind: 'misspoke', what: 'a message that cannot be read' });
    if (message.kind !== 'stray') return this.#deliver({ message, receivedAt: frame.receivedAt });
    this.strayErrors += 1;
    if (this.strayErrors > maxStrayErrors)
      this.#end({ kind: 'misspoke', what: 'errors without end' });
  }

  #deliver(heard: Heard): void {
    const wait = this.#takeWait();
    if (wait !== undefined) return wait.resolve(heard);
    this.#inbox.push(heard);
    // An honest process is at most an answer's two frames ahead of us.
    if (this.#inbox.length > 4) this.#end({ kind: 'misspoke', what: 'answers without questions' });
  }

  #misspoke(what: string): Death {
    this.#end({ kind: 'misspoke', what });
    return this.#death ?? { kind: 'misspoke', what };
  }

  /** The first cause of death stands; what the kill itself causes does not replace it. */
  #end(death: Death): void {
    if (this.#death !== undefined) return;
    this.#death = death;
    this.meter.stop();
    this.#inbox = [];
    this.#kill();
    this.#socket.destroy();
    this.#takeWait()?.resolve(death);
  }

  /**
   * A process that is not up yet ends by itself when its socket closes, and runs nothing of the
   * submission before that. Killing it could leave a sandbox half made: bubblewrap's inner process
   * waits forever for an outer one that is killed before it lets it go.
   */
  readonly #kill = (): void => {
    if (this.#isUp) this.#process.kill('SIGKILL');
    else setTimeout(() => this.#process.kill('SIGKILL'), bootLimitMs).unref();
  };

  #takeWait(): Wait | undefined {
    const wait = this.#wait;
    this.#wait = undefined;
    clearTimeout(wait?.timer);
    return wait;
  }

  #send(message: HostMessage): void {
    this.#write(encodeFrame('message', Buffer.from(JSON.stringify(message))));
  }

  #write(bytes: Buffer): void {
    if (this.isAlive) this.#socket.write(bytes);
  }
}
