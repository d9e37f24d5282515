// A design room as a person reads it while working: the task, the phases, what comes in between.
import { phasePlan, phases, type Design, type Phase, type Probe } from '../model/design.ts';
import type { DesignClock } from '../model/designRecord.ts';
import { bold, countWords } from './drill.ts';
import { duration, labelled, paragraph, rule, type TextOptions } from './layout.ts';

/** The task, how long it is, and how to work on it. */
export function renderTask(
  { number, title, prompt }: Design,
  {
    way,
    kept = '',
    plannedMs,
    screen,
  }: {
    way: 'terminal' | 'pipe' | 'editor';
    kept?: string;
    plannedMs?: Record<Phase, number>;
    screen: TextOptions;
  },
): string {
  const how = {
    terminal:
      'Type notes as you would say them. A line --- (or Ctrl-D) ends a phase, also before its time. Ctrl-C leaves the room: all is kept, and the clock stands.',
    editor:
      'Each phase opens in your editor: write, save, close. What happens on the clock meanwhile is shown when you close it.',
    pipe: 'Reading the notes from the pipe: requirements, high level, deep dive, scaling, parted by lines ---. No clock runs and nothing is asked.',
  }[way];
  return text([
    ...labelled(`Design ${number}`, title, screen),
    ...rule(screen),
    ...bold(paragraph(prompt, screen), screen),
    '',
    ...(plannedMs === undefined ? [] : paragraph(`${planOf(plannedMs)}.`, screen)),
    ...paragraph(how, screen),
    ...keptLines(kept),
  ]);
}

function planOf(plannedMs: Record<Phase, number>): string {
  const all = phases.reduce((sum, phase) => sum + plannedMs[phase], 0);
  const each = phases.map(
    (phase) => `${phasePlan[phase].title.toLowerCase()} ${duration(plannedMs[phase])}`,
  );
  return `${duration(all)} in four phases: ${each.join(', ')}`;
}

/** That a room was left open. */
export function renderLeft(
  { title }: Design,
  { clock, at, screen }: { clock: DesignClock; at: Phase | 'marking'; screen: TextOptions },
): string {
  const where = at === 'marking' ? 'after the last phase' : `in ${phasePlan[at].title}`;
  return text(
    paragraph(
      `You left this room (${title}) ${where}, at ${roomTime(clock)}. All that you typed is here.`,
      screen,
    ),
  );
}

/** The beginning of a phase. */
export function renderPhase(
  design: Design,
  {
    phase,
    clock,
    kept,
    screen,
  }: { phase: Phase; clock: DesignClock; kept: string; screen: TextOptions },
): string {
  const { title, points } = phasePlan[phase];
  const facts = `${title}, phase ${phases.indexOf(phase) + 1} of ${phases.length}: ${duration(clock.plannedMs[phase])}, ${points} points`;
  return text([
    '',
    ...bold(paragraph(`${facts}. Room ${roomTime(clock)}.`, screen), screen),
    ...labelled('Interviewer', design.phases[phase].ask, screen),
    ...keptLines(kept),
  ]);
}

/** The one question at the end of a phase. */
export function renderProbe(
  { question }: Probe,
  { kept, screen }: { kept: string; screen: TextOptions },
): string {
  return text([
    '',
    ...labelled('Interviewer', question, screen),
    ...paragraph('Answer, then a line ---. The clock of the phase runs.', screen),
    ...keptLines(kept),
  ]);
}

/** What changes in the middle. */
export function renderChange({ changeRequest }: Design, screen: TextOptions): string {
  return text([...labelled('Change', changeRequest.says, screen)]);
}

/** What the clock says within a phase. */
export function renderCall(
  { text: call }: { text: 'lastMinute' | 'over' },
  { phase, clock, screen }: { phase: Phase; clock: DesignClock; screen: TextOptions },
): string {
  const { title } = phasePlan[phase];
  const says = {
    lastMinute: `${title}: one minute left.`,
    over: `${title}: its ${duration(clock.plannedMs[phase])} are over. A line --- goes on; overtime is shown, not punished.`,
  }[call];
  return text(labelled('Clock', `${says} Room ${roomTime(clock)}.`, screen));
}

function roomTime({ usedMs, plannedMs }: DesignClock): string {
  const sum = (times: Record<Phase, number>): number =>
    phases.reduce((all, phase) => all + times[phase], 0);
  return `${duration(sum(usedMs))} of ${duration(sum(plannedMs))}`;
}

function keptLines(kept: string): string[] {
  return kept === '' ? [] : ['', `Kept from before (${countWords(kept)}):`, kept];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
