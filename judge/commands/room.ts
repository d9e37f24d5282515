// A design room that is open: its clock and how far it got, kept with every second, so that it goes
// on where it was after a kill. The clock stands while nobody is in the room.
import { z } from 'zod';
import { changeAt, planOf, totalOf } from '../design/clock.ts';
import { UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import { eachPhase, perPhase, phases, type Phase } from '../model/design.ts';
import { anchors, type Blind, type DesignClock } from '../model/designRecord.ts';
import type { Stamp } from '../model/session.ts';
import { Draft } from './draft.ts';

const stateSchema = z.strictObject({
  plannedMs: perPhase(z.number()),
  usedMs: perPhase(z.number()),
  /** `marking`: all phases are over. */
  at: z.enum([...phases, 'marking']),
  changedAtMs: z.number().optional(),
  /** The probe that was asked in a phase. */
  probes: z.partialRecord(z.enum(phases), z.string()),
  resumed: z.int(),
  /** What the person said in the marking. */
  blind: perPhase(z.enum(anchors)).optional(),
  ticked: z.partialRecord(z.enum(phases), z.array(z.string())).optional(),
});

type State = z.infer<typeof stateSchema>;

/** What the person said of the design so far: once the checklist was seen, nothing is blind any more. */
export type Marking = {
  blind?: Blind | undefined;
  /** Ids of the items that were ticked, of the phases that were asked. */
  ticked?: Partial<Record<Phase, string[]>> | undefined;
};

export class Room {
  readonly #history: History;
  readonly #root: string;
  readonly #key: string;
  readonly #now: () => Stamp;
  #state: State;
  #seenMs: number;

  private constructor(state: State, options: RoomOptions) {
    const { root, history, now } = options;
    this.#state = state;
    this.#history = history;
    this.#root = root;
    this.#key = keyOf(options);
    this.#now = now;
    this.#seenMs = now().upMs;
  }

  /**
   * The room of this design that was left open; `undefined` where there is none. Throws a
   * `UsageError` for one that this version cannot read: its notes are not to be lost silently.
   */
  static left(options: RoomOptions): Room | undefined {
    const text = options.history.draft(stateKey(keyOf(options)));
    return text === undefined ? undefined : new Room(readState(text, options), options);
  }

  /** Opens a room; what was left of an earlier one is dropped. */
  static open(minutes: number, options: RoomOptions): Room {
    const room = new Room(
      {
        plannedMs: planOf(minutes),
        usedMs: eachPhase(() => 0),
        at: phases[0],
        probes: {},
        resumed: 0,
      },
      options,
    );
    room.drop();
    room.#save();
    return room;
  }

  get at(): Phase | 'marking' {
    return this.#state.at;
  }

  get plannedMs(): Record<Phase, number> {
    return this.#state.plannedMs;
  }

  get usedMs(): Record<Phase, number> {
    return this.#state.usedMs;
  }

  /** The probe that was asked in a phase, if it was. */
  probeOf(phase: Phase): string | undefined {
    return this.#state.probes[phase];
  }

  /** Somebody is in the room again. */
  resume(): void {
    this.#seenMs = this.#now().upMs;
    this.#change({ resumed: this.#state.resumed + 1 });
  }

  /** Counts what passed since the last look to the phase that runs. */
  tick(): void {
    const { at, usedMs } = this.#state;
    const nowMs = this.#now().upMs;
    // A restart of the machine sets its uptime back.
    const passedMs = Math.max(0, nowMs - this.#seenMs);
    this.#seenMs = nowMs;
    if (at === 'marking' || passedMs === 0) return;
    this.#change({ usedMs: { ...usedMs, [at]: usedMs[at] + passedMs } });
  }

  /** Whether the change request is due; it is so once. */
  takeChange(): boolean {
    const { plannedMs, usedMs, changedAtMs, at } = this.#state;
    const usedSoFarMs = totalOf(usedMs);
    if (at === 'marking' || changedAtMs !== undefined || usedSoFarMs < changeAt(plannedMs))
      return false;
    this.#change({ changedAtMs: usedSoFarMs });
    return true;
  }

  /** Whether the change request was shown. */
  get isChanged(): boolean {
    return this.#state.changedAtMs !== undefined;
  }

  get marking(): Marking {
    const { blind, ticked } = this.#state;
    return { blind, ticked };
  }

  /** What is said in the marking; what was said before stays. */
  mark({ blind = this.#state.blind, ticked }: Marking): void {
    this.#change({ blind, ticked: { ...this.#state.ticked, ...ticked } });
  }

  ask(phase: Phase, probe: string): void {
    this.#change({ probes: { ...this.#state.probes, [phase]: probe } });
  }

  /** The running phase is over. */
  move(): void {
    this.tick();
    const next = phases[phases.findIndex((phase) => phase === this.#state.at) + 1];
    this.#change({ at: next ?? 'marking' });
  }

  clock(): DesignClock {
    const { plannedMs, usedMs, changedAtMs, resumed } = this.#state;
    return {
      plannedMs,
      usedMs,
      ...(changedAtMs === undefined ? {} : { changedAtMs }),
      resumed,
    };
  }

  /** What is typed in a phase: the notes, or what was answered to its probe. */
  draft(phase: Phase, part: 'notes' | 'probe'): Draft {
    const id = part === 'notes' ? `${this.#key}-${phase}` : `${this.#key}-${phase}-probe`;
    return new Draft(this.#history, { root: this.#root, kind: 'design', id });
  }

  /** Forgets the room and all that was typed in it. */
  drop(): void {
    for (const phase of phases) {
      this.draft(phase, 'notes').drop();
      this.draft(phase, 'probe').drop();
    }
    this.#history.dropDraft(stateKey(this.#key));
  }

  #change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#save();
  }

  #save(): void {
    this.#history.saveDraft(stateKey(this.#key), JSON.stringify(this.#state));
  }
}

type RoomOptions = {
  root: string;
  history: History;
  /** The design. */
  id: string;
  /** The mock that it is a round of: no other one, and no room by itself, goes on with it. */
  mock?: string | undefined;
  now: () => Stamp;
};

function readState(text: string, { id, mock }: RoomOptions): State {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    const anew = mock === undefined ? `design ${id}` : 'mock';
    throw new UsageError(
      `The room of ${id} that was left open cannot be read by this version. Its notes are in "npm run judge export"; begin anew with: npm run judge ${anew} -- --fresh`,
    );
  }
}

function keyOf({ id, mock }: RoomOptions): string {
  return mock === undefined ? id : `mock-${mock}-${id}`;
}

function stateKey(key: string): string {
  return `design-room/${key}`;
}
