// One design from its task to its scores: at a terminal with a clock, in an editor, or through a
// pipe. The mock interview calls this too.
import { UsageError } from '../errors.ts';
import { foundIds, matchNotes } from '../design/match.ts';
import { resultOf } from '../design/result.ts';
import { markOf } from '../design/score.ts';
import type { Entry } from '../history/history.ts';
import { eachPhase, phases, type Design } from '../model/design.ts';
import type { DesignRecord } from '../model/designRecord.ts';
import { loadDesign, loadExemplar } from '../problem/designs.ts';
import { renderMarks } from '../reporters/designMarks.ts';
import { renderExemplar } from '../reporters/exemplar.ts';
import { askBlind, askTicks, checkAnswers, type MarkingAnswers } from './designMarking.ts';
import { workInRoom, workThroughPipe, type RoomIo, type Work } from './designWork.ts';

export type RoomWish = MarkingAnswers & {
  /** Of the design. */
  id: string;
  /** All phases together; 35 by default. Each phase has its share, and the change request its place. */
  minutes?: number | undefined;
  /** The mock interview that it is a round of. */
  mock?: string;
  /** Leaves aside, without asking, what was kept of a room that was left. */
  isFresh?: boolean;
  /** Whether the worked answer follows the scores; it does by default. */
  showsExemplar?: boolean;
};

export type RoomResult =
  | { kind: 'finished'; design: Design; entry: Entry<'design'> }
  /** The person left. What was typed is kept, the clock stands, and the same call goes on. */
  | { kind: 'stopped' };

/**
 * Runs a room to its end and appends the result to the history. Throws a `UsageError` for an unknown
 * design, a broken file, empty notes, or answers that make no sense.
 */
export async function runDesignRoom(io: RoomIo, wish: RoomWish): Promise<RoomResult> {
  const { screen, history } = io;
  const design = loadDesign(io.root, wish.id);
  const exemplar = loadExemplar(io.root, wish.id);
  checkAnswers(design, wish);
  const work = await (io.way === 'pipe' ? workThroughPipe : workInRoom)(design, { io, wish });
  if (work === 'stopped') return { kind: 'stopped' };
  const said = saidIn(work);
  if (phases.every((phase) => said[phase] === '')) {
    work.drop();
    throw new UsageError('The notes are empty, so nothing is recorded. Type at least a sentence.');
  }
  const record = await mark(design, { io, wish, work, said });
  if (record === 'stopped') return { kind: 'stopped' };
  const entry = history.append('design', design.id, record);
  work.drop();
  process.stdout.write(renderMarks(design, { record, result: resultOf(design, record), screen }));
  if (wish.showsExemplar ?? true)
    process.stdout.write(renderExemplar(design, { ...exemplar, screen }));
  return { kind: 'finished', design, entry };
}

/** The blind self-score comes first; only then is anything revealed. */
async function mark(
  design: Design,
  { io, wish, work, said }: { io: RoomIo; wish: RoomWish; work: Work; said: Said },
): Promise<DesignRecord | 'stopped'> {
  const { notes, probes, clock } = work;
  const blind = await askBlind(io, { wish, work });
  if (blind === 'stopped') return 'stopped';
  const matches = matchNotes(design, said);
  const matched = foundIds(matches);
  const ticked = await askTicks(design, { io, wish, work, said, matches });
  if (ticked === 'stopped') return 'stopped';
  return {
    notes,
    probes,
    ...(clock === undefined ? {} : { clock }),
    ...(blind === undefined ? {} : { blind }),
    ...(ticked === undefined ? {} : { self: markOf(design, ticked) }),
    matched: markOf(design, matched),
  };
}

type Said = DesignRecord['notes'];

/** All that was said in each phase: the notes, and what was answered to its probe. */
function saidIn({ notes, probes }: Pick<DesignRecord, 'notes' | 'probes'>): Said {
  return eachPhase((phase) =>
    [notes[phase], ...probes.flatMap((probe) => (probe.phase === phase ? [probe.answer] : []))]
      .filter((text) => text !== '')
      .join('\n\n'),
  );
}
