// What a person says of their own design: blind, before anything is revealed, then item by item.
import { UsageError } from '../errors.ts';
import { foundIds, type ItemMatch } from '../design/match.ts';
import { itemsOf, phases, type Design, type Phase } from '../model/design.ts';
import { anchors, type Blind } from '../model/designRecord.ts';
import {
  renderAnchors,
  renderBlindBefore,
  renderChecklist,
  renderHowToTick,
  renderTicksBefore,
} from '../reporters/designChecklist.ts';
import type { RoomIo, Work } from './designWork.ts';

/** Answers to what cannot be asked through a pipe, as they would be typed. */
export type MarkingAnswers = {
  /** The numbers of the items, over the whole checklist. */
  ticks?: string | undefined;
  /** Four numbers from 1 to 4, one for each phase. */
  blind?: string | undefined;
};

/** Throws a `UsageError` for answers that make no sense, before any time is spent. */
export function checkAnswers(design: Design, { ticks, blind }: MarkingAnswers): void {
  const read = [
    ticks === undefined ? undefined : readTicked(ticks, { numbers: numbersOf(design), found: [] }),
    blind === undefined ? undefined : readBlind(blind),
  ];
  const refusal = read.find((one) => typeof one === 'string');
  if (refusal !== undefined) throw new UsageError(refusal);
}

/** How strong the person finds each phase; `undefined` where nobody says. */
export async function askBlind(
  { canAsk, terminal, screen }: RoomIo,
  { wish: { blind }, work }: { wish: MarkingAnswers; work: Work },
): Promise<Blind | undefined | 'stopped'> {
  const before = work.marking.blind;
  if (before !== undefined) {
    process.stdout.write(renderBlindBefore(before, screen));
    return before;
  }
  const keep = (said: Blind): Blind => {
    work.mark({ blind: said });
    return said;
  };
  if (blind !== undefined) return keep(answerOf(readBlind(blind)));
  if (!canAsk) return undefined;
  process.stdout.write(renderAnchors(screen));
  for (;;) {
    const line = await terminal.readLine('Four numbers, for instance 2 3 1 2: ');
    if (line === undefined) return 'stopped';
    const read = readBlind(line);
    if (typeof read !== 'string') return keep(read);
    process.stdout.write(`${read}\n`);
  }
}

type Checklist = {
  io: RoomIo;
  wish: MarkingAnswers;
  work: Work;
  said: Record<Phase, string>;
  matches: readonly ItemMatch[];
};

/** The ids of the items that the person ticks, phase by phase; `undefined` where nobody does. */
export async function askTicks(
  design: Design,
  checklist: Checklist,
): Promise<string[] | undefined | 'stopped'> {
  const { io, wish, work, matches } = checklist;
  const isAsked = io.canAsk && wish.ticks === undefined;
  const ticked: string[] = [];
  for (const phase of phases) {
    const before = isAsked ? work.marking.ticked?.[phase] : undefined;
    const ids = before ?? (await askPhase(design, { ...checklist, phase, isAsked }));
    if (ids === 'stopped') return 'stopped';
    if (before !== undefined)
      process.stdout.write(renderTicksBefore(design, { phase, ticked: before, screen: io.screen }));
    else if (isAsked) work.mark({ ticked: { [phase]: ids } });
    ticked.push(...ids);
  }
  if (isAsked) return ticked;
  if (wish.ticks === undefined) return undefined;
  return answerOf(readTicked(wish.ticks, { numbers: numbersOf(design), found: foundIds(matches) }));
}

/** Shows the checklist of a phase; the ids that are ticked, none where nobody is asked. */
async function askPhase(
  design: Design,
  { io, said, matches, phase, isAsked }: Checklist & { phase: Phase; isAsked: boolean },
): Promise<string[] | 'stopped'> {
  process.stdout.write(renderChecklist(design, { phase, said, matches, screen: io.screen }));
  if (!isAsked) return [];
  const own = numbersOf(design).filter(({ id }) => isOf(design, { phase, id }));
  return askTicksOf(own, { io, found: foundIds(matches) });
}

type Numbered = { number: number; id: string };

async function askTicksOf(
  numbers: readonly Numbered[],
  { io, found }: { io: RoomIo; found: readonly string[] },
): Promise<string[] | 'stopped'> {
  const own = numbers.filter(({ id }) => found.includes(id)).map(({ number }) => number);
  process.stdout.write(renderHowToTick(own, io.screen));
  for (;;) {
    const line = await io.terminal.readLine('Which did you say? ');
    if (line === undefined) return 'stopped';
    const ids = line.trim() === '' ? own.join(' ') || 'none' : line;
    const read = readTicked(ids, { numbers, found });
    if (typeof read !== 'string') return read;
    process.stdout.write(`${read}\n`);
  }
}

function isOf(design: Design, { phase, id }: { phase: Phase; id: string }): boolean {
  return design.phases[phase].items.some((item) => item.id === id);
}

function numbersOf(design: Design): Numbered[] {
  return itemsOf(design).map(({ item, number }) => ({ number, id: item.id }));
}

/** The ids that a line names ("1 3", "+4 -7" to what was found, "all", "none"), or what is wrong. */
function readTicked(
  line: string,
  { numbers, found }: { numbers: readonly Numbered[]; found: readonly string[] },
): string[] | string {
  const text = line.trim().toLowerCase();
  if (text === 'all') return numbers.map(({ id }) => id);
  if (text === 'none') return [];
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const strange = words.find(
    (word) => !/^[+-]?\d+$/.test(word) || !numbers.some(({ number }) => number === size(word)),
  );
  const isChange = words.length > 0 && words.every((word) => /^[+-]/.test(word));
  const isMixed = !isChange && words.some((word) => /^[+-]/.test(word));
  if (words.length === 0 || strange !== undefined || isMixed)
    return `Type numbers from ${numbers[0]?.number ?? 1} to ${numbers.at(-1)?.number ?? 1}, or changes with + and -, or all, or none.${strange === undefined ? '' : ` "${strange}" is none of these.`}`;
  const has = (number: number, sign: string): boolean => words.includes(`${sign}${number}`);
  return numbers
    .filter(({ number, id }) =>
      isChange
        ? has(number, '+') || (found.includes(id) && !has(number, '-'))
        : words.some((word) => Number(word) === number),
    )
    .map(({ id }) => id);
}

function size(word: string): number {
  return Math.abs(Number(word));
}

/** One anchor for each phase, or what is wrong, as a sentence. */
function readBlind(line: string): Blind | string {
  const words = line.split(/[\s,;]+/).filter((word) => word !== '');
  const [requirements, highLevel, deepDive, scaling] = words.map(
    (word) => anchors[/^\d$/.test(word) ? Number(word) - 1 : -1],
  );
  if (words.length === phases.length && requirements && highLevel && deepDive && scaling)
    return { requirements, 'high-level': highLevel, 'deep-dive': deepDive, scaling };
  return `Type four numbers from 1 (${anchors[0]}) to 4 (very strong), one for each phase, for instance 2 3 1 2.`;
}

/** For what `checkAnswers` has read before. */
function answerOf<T>(read: T | string): T {
  if (typeof read === 'string') throw new UsageError(read);
  return read;
}
