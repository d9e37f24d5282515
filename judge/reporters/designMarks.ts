// The result of a design for people: scores beside each other, gates, the clock apart from them.
import type { DesignResult, PhaseResult } from '../design/result.ts';
import { phasePlan, phases, type Design } from '../model/design.ts';
import type { DesignRecord, Mark } from '../model/designRecord.ts';
import { command, count, duration, labelled, paragraph, rule, type TextOptions } from './layout.ts';

export type MarkedDesign = { record: DesignRecord; result: DesignResult; screen: TextOptions };

/** The scores of a design, and what was noticed beside them. */
export function renderMarks(design: Design, { record, result, screen }: MarkedDesign): string {
  const { self, matched } = record;
  return text([
    '',
    ...paragraph(`Result    ${design.title}`, screen),
    ...rule(screen),
    ...labelled('Self', self === undefined ? 'not ticked' : scoreOf(self), screen),
    ...labelled(
      'Matched',
      `${scoreOf(matched)}; a hint: measured on answers of our own only`,
      screen,
    ),
    ...result.gates.flatMap(({ says, capsAt, caps }) =>
      labelled('Gate', `${says} caps the score at ${capsAt} (${caps.join(', ')})`, screen),
    ),
    ...(result.missed.length === 0
      ? []
      : labelled('Missed', `critical: ${result.missed.join(', ')}`, screen)),
    '',
    ...phaseTable(result.phases, screen),
    ...result.phases.flatMap((phase) => calibration(phase, screen)),
    ...clockLines(record, { result, screen }),
    ...changeLines(design, { result, screen }),
    ...result.probes.flatMap(({ title, question, answer }) => [
      ...labelled('Probe', `${title}: ${question}`, screen),
      ...(answer === '' ? labelled('', 'not answered', screen) : []),
    ]),
    ...command('Again', { type: `npm run judge design show ${design.id}` }, screen),
  ]);
}

/** The notes of a design as they were typed. */
export function renderNotes({ notes, probes }: DesignRecord, screen: TextOptions): string {
  return text(
    phases.flatMap((phase) => [
      ...paragraph(phasePlan[phase].title, screen),
      ...rule(screen),
      notes[phase] === '' ? '(nothing)' : notes[phase],
      ...probes.flatMap((probe) =>
        probe.phase === phase && probe.answer !== ''
          ? ['', ...labelled('To the probe', '', screen), probe.answer]
          : [],
      ),
      '',
    ]),
  );
}

function scoreOf({ score, uncapped, items }: Mark): string {
  const capped = score === uncapped ? '' : ` (${uncapped} before gates)`;
  return `${score} of 100${capped}   ${count(items.length, 'item')}`;
}

function phaseTable(rows: readonly PhaseResult[], screen: TextOptions): string[] {
  const share = (points: number | undefined, max: number): string =>
    points === undefined ? '-' : `${points}/${max}`;
  if (screen.isPlain)
    return rows.map(
      ({ title, blind, self, matched, maxPoints }) =>
        `${title.toLowerCase()}: blind ${blind ?? 'not said'}; self ${share(self?.points, maxPoints)}; matched ${share(matched, maxPoints)}`,
    );
  const line = (title: string, [blind, self, matched]: [string, string, string]): string =>
    `${title.padEnd(14)}${blind.padEnd(12)}${self.padStart(5)}${matched.padStart(8)}`;
  return [
    line('', ['blind', 'self', 'matched']),
    ...rows.map(({ title, blind, self, matched, maxPoints }) =>
      line(title, [blind ?? '-', share(self?.points, maxPoints), share(matched, maxPoints)]),
    ),
  ];
}

/** Where what was said blind is not what the ticks amount to. */
function calibration({ title, blind, self, maxPoints }: PhaseResult, screen: TextOptions) {
  if (blind === undefined || self === undefined || blind === self.anchor) return [];
  return labelled(
    'Blind',
    `${title}: you said ${blind}; ${self.points} of ${maxPoints} points are ${self.anchor}`,
    screen,
  );
}

function clockLines(
  { clock }: DesignRecord,
  { result, screen }: { result: DesignResult; screen: TextOptions },
): string[] {
  if (clock === undefined)
    return labelled('Clock', 'none ran: the notes came through a pipe', screen);
  const lines = result.phases.flatMap(({ title, time }) =>
    time === undefined ? [] : labelled('Clock', `${title} ${drift(time)}`, screen),
  );
  const left = clock.resumed === 0 ? [] : labelled('Left', count(clock.resumed, 'time'), screen);
  return ['', ...lines, ...left];
}

/** Below this a phase was on time. */
const onTimeMs = 30_000;

function drift({ usedMs, plannedMs }: { usedMs: number; plannedMs: number }): string {
  const byMs = Math.abs(usedMs - plannedMs);
  const times = `${duration(usedMs)} of ${duration(plannedMs)}`;
  if (byMs < onTimeMs) return `${times}, on time`;
  return `${times}, ${duration(byMs)} ${usedMs > plannedMs ? 'over' : 'under'}`;
}

function changeLines(
  { changeRequest }: Design,
  { result, screen }: { result: DesignResult; screen: TextOptions },
): string[] {
  const { cameMs, dueMs, hadClock } = result.change;
  const when =
    cameMs !== undefined
      ? `came at ${duration(cameMs)}`
      : hadClock
        ? `was due at ${duration(dueMs)}; you were done before`
        : `comes at ${duration(dueMs)} where a clock runs`;
  return [
    ...labelled('Change', `(${when}) ${changeRequest.says}`, screen),
    ...labelled('   strong', changeRequest.strong, screen),
  ];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
