// The working part of a design: notes for each phase, while the clock runs, the change request comes
// and each phase ends with a probe; or all notes at once through a pipe.
import { UsageError } from '../errors.ts';
import { callsOf, defaultMinutes } from '../design/clock.ts';
import { foundIds, matchNotes } from '../design/match.ts';
import { chooseProbe } from '../design/probe.ts';
import type { History } from '../history/history.ts';
import { eachPhase, phasePlan, phases, type Design, type Phase } from '../model/design.ts';
import type { DesignRecord } from '../model/designRecord.ts';
import type { Stamp } from '../model/session.ts';
import {
  renderCall,
  renderChange,
  renderLeft,
  renderPhase,
  renderProbe,
  renderTask,
} from '../reporters/design.ts';
import type { TextOptions } from '../reporters/layout.ts';
import { Draft } from './draft.ts';
import { Room, type Marking } from './room.ts';
import { askToGoOn, typeInEditor, typeThroughPipe, type Terminal } from './typing.ts';

export type RoomIo = {
  root: string;
  history: History;
  screen: TextOptions;
  now: () => Stamp;
  terminal: Terminal;
  /** `pipe`: all notes come at once, the phases parted by lines `---`, and nothing is asked. */
  way: 'terminal' | 'editor' | 'pipe';
  /** Whether a person is there to be asked. */
  canAsk: boolean;
};

export type Work = Pick<DesignRecord, 'notes' | 'probes' | 'clock'> & {
  /** What was said of it before the room was left. */
  marking: Marking;
  /** Keeps what is said of it, for a room that is left. */
  mark: (said: Marking) => void;
  /** Forgets the drafts; for when all is recorded. */
  drop: () => void;
};

type Wish = {
  minutes?: number | undefined;
  isFresh?: boolean;
  /** The mock that the room belongs to. It goes on without a question: an interview is not begun anew. */
  mock?: string | undefined;
};

const endOfPhase = '---';

export async function workThroughPipe(
  design: Design,
  { io, wish }: { io: RoomIo; wish: Wish },
): Promise<Work | 'stopped'> {
  const { root, history, screen } = io;
  const draft = new Draft(history, { root, kind: 'design', id: design.id });
  if (wish.isFresh) draft.drop();
  process.stdout.write(renderTask(design, { way: 'pipe', kept: draft.text, screen }));
  const typed = await typeThroughPipe(draft);
  if (typed.kind === 'stopped') return 'stopped';
  const parts = typed.text.split(/^[ \t]*---[ \t\r]*$/m).map((part) => part.trim());
  if (parts.length > phases.length) {
    draft.drop();
    throw new UsageError(
      `The notes have ${parts.length} parts, but a design has ${phases.length} phases. Part them by ${phases.length - 1} lines "---"; nothing is recorded.`,
    );
  }
  const notes = eachPhase((phase) => parts[phases.indexOf(phase)] ?? '');
  return { notes, probes: [], marking: {}, mark: () => {}, drop: () => draft.drop() };
}

export async function workInRoom(
  design: Design,
  { io, wish }: { io: RoomIo; wish: Wish },
): Promise<Work | 'stopped'> {
  const room = await enter(design, { io, wish });
  if (room === 'stopped') return 'stopped';
  for (let phase = room.at; phase !== 'marking'; phase = room.at) {
    const clock = new Clock(design, { room, phase, io });
    try {
      if ((await workPhase(design, { room, phase, io, clock })) === 'stopped') return 'stopped';
    } finally {
      clock.stop();
    }
  }
  const probes = phases.flatMap((phase) => {
    const id = room.probeOf(phase);
    return id === undefined ? [] : [{ phase, id, answer: room.draft(phase, 'probe').text }];
  });
  return {
    notes: notesOf(room),
    probes,
    clock: room.clock(),
    marking: room.marking,
    mark: (said) => room.mark(said),
    drop: () => room.drop(),
  };
}

/** The room that was left, if the person goes on with it, else a new one. */
async function enter(
  design: Design,
  { io, wish }: { io: RoomIo; wish: Wish },
): Promise<Room | 'stopped'> {
  const { screen, canAsk, terminal, way } = io;
  const options = { ...io, id: design.id, mock: wish.mock };
  const left = wish.isFresh ? undefined : Room.left(options);
  let goesOn = left !== undefined;
  if (left !== undefined) {
    process.stdout.write(renderLeft(design, { clock: left.clock(), at: left.at, screen }));
    const isAsked = canAsk && wish.mock === undefined;
    const reply = isAsked ? await askToGoOn(terminal) : true;
    if (reply === undefined) return 'stopped';
    goesOn = reply;
  }
  const room =
    left !== undefined && goesOn ? left : Room.open(wish.minutes ?? defaultMinutes, options);
  if (goesOn) room.resume();
  const { plannedMs } = room;
  process.stdout.write(
    renderTask(design, { way: way === 'pipe' ? 'terminal' : way, plannedMs, screen }),
  );
  if (room.isChanged) process.stdout.write(renderChange(design, screen));
  return room;
}

async function workPhase(
  design: Design,
  { room, phase, io, clock }: { room: Room; phase: Phase; io: RoomIo; clock: Clock },
): Promise<'over' | 'stopped'> {
  const { terminal, screen } = io;
  if (room.probeOf(phase) === undefined) {
    const notes = room.draft(phase, 'notes');
    process.stdout.write(
      renderPhase(design, { phase, clock: room.clock(), kept: notes.text, screen }),
    );
    const { kind } =
      io.way === 'editor'
        ? typeInEditor(notes, `${phasePlan[phase].title}: ${design.phases[phase].ask}`)
        : await terminal.typeText(notes, { end: endOfPhase, reopens: true });
    if (kind === 'stopped') return 'stopped';
    clock.look();
    const covered = foundIds(matchNotes(design, notesOf(room)));
    const probe = io.canAsk ? chooseProbe(design, { phase, covered }) : undefined;
    if (probe !== undefined) room.ask(phase, probe.id);
  }
  const asked = design.phases[phase].probes.find(({ id }) => id === room.probeOf(phase));
  if (asked !== undefined && io.canAsk) {
    const answer = room.draft(phase, 'probe');
    process.stdout.write(renderProbe(asked, { kept: answer.text, screen }));
    const { kind } = await terminal.typeText(answer, { end: endOfPhase, reopens: true });
    if (kind === 'stopped') return 'stopped';
  }
  room.move();
  return 'over';
}

function notesOf(room: Room): Record<Phase, string> {
  return eachPhase((phase) => room.draft(phase, 'notes').text);
}

const tickMs = 1_000;

/** Looks at the clock of a phase each second, and says what is due above the line being typed. */
class Clock {
  readonly #design: Design;
  readonly #room: Room;
  readonly #phase: Phase;
  readonly #io: RoomIo;
  readonly #timer: NodeJS.Timeout;
  #calls: ReturnType<typeof callsOf>;

  constructor(design: Design, { room, phase, io }: { room: Room; phase: Phase; io: RoomIo }) {
    this.#design = design;
    this.#room = room;
    this.#phase = phase;
    this.#io = io;
    const usedMs = room.usedMs[phase];
    this.#calls = callsOf(room.plannedMs[phase]).filter(({ atMs }) => atMs > usedMs);
    this.#timer = setInterval(() => this.look(), tickMs);
  }

  /** Counts the time, and says the change request and the phase's calls that are due. */
  look(): void {
    const { terminal, screen } = this.#io;
    this.#room.tick();
    const usedMs = this.#room.usedMs[this.#phase];
    const due = this.#calls.filter(({ atMs }) => atMs <= usedMs);
    this.#calls = this.#calls.filter(({ atMs }) => atMs > usedMs);
    const call = due.at(-1);
    if (call !== undefined)
      terminal.say(renderCall(call, { phase: this.#phase, clock: this.#room.clock(), screen }));
    if (this.#room.takeChange()) terminal.say(renderChange(this.#design, screen));
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
