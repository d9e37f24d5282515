// The session of the problem that is watched: its heartbeat, its milestones, its bell.
import { readClock, type Clock } from '../clock.ts';
import type { History } from '../history/history.ts';
import type { Session, Stamp, Started } from '../model/session.ts';
import { beatEveryMs } from '../session/beat.ts';
import { stopBeat } from '../session/store.ts';
import type { Context } from './bell.ts';
import { ifPossible } from './runs.ts';
import { attend, sessionOf, stayAlive } from './sitting.ts';

/** The name of watch in a heartbeat. */
export const beater = 'watch';

export class WatchedSession implements Disposable {
  readonly #history: History | undefined;
  readonly #slug: string;
  readonly #context: Omit<Context, 'now' | 'beater'>;
  readonly #now: () => Stamp;
  #session: Session | undefined;
  #beating: Promise<void> | undefined;
  #beatAtMs = -Infinity;

  constructor(
    history: History | undefined,
    { slug, now, ...context }: Omit<Context, 'now' | 'beater'> & { slug: string; now: () => Stamp },
  ) {
    this.#history = history;
    this.#slug = slug;
    this.#now = now;
    this.#context = context;
    process.once('exit', this.#goInPeace);
  }

  /** Of the session as it was at the last beat. */
  get clock(): Clock | undefined {
    return this.#session && readClock(this.#session, this.#now());
  }

  get start(): Started | undefined {
    return this.#session?.start;
  }

  /** Whether it is time to beat, or the bell is due. */
  get isDue(): boolean {
    return this.#now().upMs - this.#beatAtMs >= beatEveryMs || this.clock?.bell.kind === 'due';
  }

  /** Resolves when no bell is being judged. */
  get isQuiet(): Promise<void> {
    return this.#beating ?? Promise.resolve();
  }

  /** Says that the session is alive. With `attends` a bell that is due is rung, and judged. */
  beat({ attends }: { attends: boolean }): Promise<void> {
    const history = this.#history;
    if (history === undefined) return Promise.resolve();
    // A bell that is being judged must not ring a second time.
    this.#beating ??= ifPossible(
      () => this.#beat(history, attends),
      this.#context.say, // above the status line
    ).finally(() => {
      this.#beating = undefined;
    });
    return this.#beating;
  }

  async #beat(history: History, attends: boolean): Promise<void> {
    const now = this.#now();
    this.#beatAtMs = now.upMs;
    const session = sessionOf(history, this.#slug);
    const context = { ...this.#context, now, beater };
    if (session === undefined) this.#session = undefined;
    else if (attends) this.#session = await this.#attend(history, session, context);
    else this.#session = stayAlive(history, session, context);
  }

  async #attend(history: History, session: Session, context: Context): Promise<Session> {
    const rung = await attend(history, session, context);
    const { points, maxPoints } = rung.judged?.report ?? {};
    if (points !== undefined) context.say(`The score at the bell: ${points}/${maxPoints}.`);
    return rung.session;
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#goInPeace);
    this.#goInPeace();
  }

  /** Whoever comes next need not think that watch was cut off. */
  readonly #goInPeace = (): void => {
    try {
      const session = this.#history && sessionOf(this.#history, this.#slug);
      if (this.#history !== undefined && session !== undefined)
        stopBeat(this.#history, session, this.#now());
    } catch {
      // The history cannot be written: the next command finds a gap.
    }
  };
}
