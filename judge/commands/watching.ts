// The session of the problem that is watched: its heartbeat, its milestones, its bell.
import { readClock, type Clock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import type { Session, Stamp } from '../model/session.ts';
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

  /** The clock, or a `UsageError` where no session is running. */
  requireClock(): Clock {
    const { clock } = this;
    if (clock !== undefined) return clock;
    throw new UsageError(
      `No session of ${this.#slug} is running. Begin one in another terminal: npm run judge start ${this.#slug}`,
    );
  }

  get seed(): number | undefined {
    return this.#session?.start.seed;
  }

  /** Whether it is time to beat, or the bell is due. */
  get isDue(): boolean {
    return this.#now().upMs - this.#beatAtMs >= beatEveryMs || this.clock?.bell.kind === 'due';
  }

  /** Says that the session is alive. With `attends` a bell that is due is rung, and judged. */
  async beat({ attends }: { attends: boolean }): Promise<void> {
    const history = this.#history;
    if (history === undefined) return;
    const now = this.#now();
    this.#beatAtMs = now.upMs;
    await ifPossible(async () => {
      const session = sessionOf(history, this.#slug);
      const context = { ...this.#context, now, beater };
      if (session === undefined) this.#session = undefined;
      else if (attends) this.#session = (await attend(history, session, context)).session;
      else this.#session = stayAlive(history, session, context);
    });
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
