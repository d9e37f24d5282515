// The clock of a room: what each phase has, when the change request comes, what was over. Pure; all
// times are in milliseconds of the room's own clock, which stands while the room is left.
import { eachPhase, phasePlan, phases, type Phase } from '../model/design.ts';

const minuteMs = 60_000;
const wholeMinutes = phases.reduce((sum, phase) => sum + phasePlan[phase].minutes, 0);
const changeMinute = 18;

/** What each phase has where all of them have `minutes`. */
export function planOf(minutes: number): Record<Phase, number> {
  return eachPhase((phase) => (phasePlan[phase].minutes * minutes * minuteMs) / wholeMinutes);
}

/** When the change request comes: at minute 18 of 35, in proportion for another length. */
export function changeAt(plannedMs: Record<Phase, number>): number {
  return (changeMinute * totalOf(plannedMs)) / wholeMinutes;
}

export function totalOf(times: Record<Phase, number>): number {
  return phases.reduce((sum, phase) => sum + times[phase], 0);
}

/** How many minutes a room has by the guide. */
export const defaultMinutes = wholeMinutes;

/** A note of the clock that is due within a phase. */
export type Call = { atMs: number; text: 'lastMinute' | 'over' };

/** Long enough for a word of warning a minute before its end. */
const warnedMs = 3 * minuteMs;

/** What the clock says in a phase, by the phase's own time. */
export function callsOf(plannedMs: number): Call[] {
  const over: Call = { atMs: plannedMs, text: 'over' };
  return plannedMs < warnedMs ? [over] : [{ atMs: plannedMs - minuteMs, text: 'lastMinute' }, over];
}
