// The time spent on a round of a mock without a break. It is kept in a draft while it runs, so that a
// kill does not lose it, and so that it is known that the round was cut off.
import type { History } from '../history/history.ts';
import { z } from 'zod';

const keepEveryMs = 1_000;
const keptSchema = z.strictObject({ round: z.int(), usedMs: z.number() });

type Running = {
  mock: string;
  round: number;
  /** What was used since the round was begun or last gone on with. */
  readMs: () => number;
  bell?: { leftMs: number; ring: () => void };
};

export class Stretch implements Disposable {
  readonly #history: History;
  readonly #running: Running;
  readonly #keeper: NodeJS.Timeout;
  readonly #bell: NodeJS.Timeout | undefined;
  #usedMs: number | undefined;

  /** Begins to count; `bell.ring` is called when `leftMs` are over, unless they were over before. */
  constructor(history: History, running: Running) {
    this.#history = history;
    this.#running = running;
    this.#keep();
    this.#keeper = setInterval(() => this.#keep(), keepEveryMs);
    const { bell } = running;
    if (bell !== undefined && bell.leftMs > 0) this.#bell = setTimeout(bell.ring, bell.leftMs);
  }

  /** Stops to count. */
  stop(): void {
    this.#usedMs = this.usedMs;
    this[Symbol.dispose]();
  }

  get usedMs(): number {
    return this.#usedMs ?? this.#running.readMs();
  }

  [Symbol.dispose](): void {
    this.#keep();
    clearInterval(this.#keeper);
    clearTimeout(this.#bell);
  }

  #keep(): void {
    const { mock, round } = this.#running;
    this.#history.saveDraft(keyOf(mock), JSON.stringify({ round, usedMs: this.usedMs }));
  }
}

/** The stretch that runs or was cut off, if one was. */
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

/** What was used in the stretch of a round that runs or was cut off; 0 where there is none. */
export function keptOf(history: History, { mock, round }: { mock: string; round: number }): number {
  const kept = readStretch(history, mock);
  return kept?.round === round ? kept.usedMs : 0;
}

export function dropStretch(history: History, mock: string): void {
  history.dropDraft(keyOf(mock));
}

function keyOf(mock: string): string {
  return `stretch:${mock}`;
}
