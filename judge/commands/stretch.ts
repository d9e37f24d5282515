// The time spent on a round of a mock without a break. It is kept in a draft while it runs, so that a
// kill does not lose it; the time away is not counted.
import { elapsed } from '../clock.ts';
import type { History } from '../history/history.ts';
import type { Stamp } from '../model/session.ts';
import { z } from 'zod';

const keepEveryMs = 1_000;
const keptSchema = z.strictObject({ round: z.int(), usedMs: z.number() });

export class Stretch implements Disposable {
  readonly #history: History;
  readonly #key: string;
  readonly #round: number;
  readonly #now: () => Stamp;
  readonly #since: Stamp;
  readonly #keeper: NodeJS.Timeout;
  readonly #bell: NodeJS.Timeout;
  #usedMs: number | undefined;

  /** Begins to count; `onBell` is called when `leftMs` are over. */
  constructor(
    history: History,
    {
      mock,
      round,
      now,
      leftMs,
      onBell,
    }: { mock: string; round: number; now: () => Stamp; leftMs: number; onBell: () => void },
  ) {
    this.#history = history;
    this.#key = keyOf(mock);
    this.#round = round;
    this.#now = now;
    this.#since = now();
    this.#keeper = setInterval(() => this.#keep(), keepEveryMs);
    this.#bell = setTimeout(onBell, leftMs);
    if (leftMs <= 0) clearTimeout(this.#bell);
    this.#keep();
  }

  /** Stops to count. */
  stop(): void {
    this.#usedMs = this.usedMs;
    this.#keep();
    this[Symbol.dispose]();
  }

  get usedMs(): number {
    return this.#usedMs ?? elapsed(this.#since, this.#now()).ms;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#keeper);
    clearTimeout(this.#bell);
  }

  #keep(): void {
    const kept = { round: this.#round, usedMs: this.usedMs };
    this.#history.saveDraft(this.#key, JSON.stringify(kept));
  }
}

/** The stretch that was cut off, if one was. */
export function readStretch(
  history: History,
  mock: string,
): { round: number; usedMs: number } | undefined {
  const text = history.draft(keyOf(mock));
  if (text === undefined) return undefined;
  try {
    return keptSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function dropStretch(history: History, mock: string): void {
  history.dropDraft(keyOf(mock));
}

function keyOf(mock: string): string {
  return `stretch:${mock}`;
}
