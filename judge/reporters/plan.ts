// The study plan as a person reads it: how far, today, the days ahead.
import { planPhases, type PlanItem } from '../model/plan.ts';
import type { Plan, PlannedDay } from '../plan/plan.ts';
import { command, count, labelled, labelledFacts, paragraph, type TextOptions } from './layout.ts';

/** So many days are listed one by one. */
const daysShown = 7;

type Shown = { today: Temporal.PlainDate; due: number; screen: TextOptions };

/** The plan as it stands today. */
export function renderPlan(plan: Plan, { today, due, screen }: Shown): string {
  const { interview, daysLeft, leftOut, replanned } = plan;
  if (daysLeft < 0)
    return text([
      ...paragraph(
        `The interview was on ${interview.toString()}. Nothing is planned any more.`,
        screen,
      ),
      ...setting(today, screen),
      ...command('Or forget', { type: 'npm run judge plan off' }, screen),
    ]);
  return text([
    ...labelled('Interview', `${interview.toString()}, ${whenText(daysLeft)}`, screen),
    ...labelledFacts(
      'Done',
      planPhases.map((phase) => phaseText(phase, plan)),
      screen,
    ),
    ...(replanned === undefined
      ? []
      : labelled(
          'Replanned',
          `on ${replanned.on.toString()}: ${count(replanned.missed, 'thing')} of the days before ${replanned.missed === 1 ? 'was' : 'were'} laid over the days left`,
          screen,
        )),
    ...gap(screen),
    ...(daysLeft === 0 ? onTheDay(screen) : todayLines(plan, { today, due, screen })),
    ...comingLines(plan, { today, due, screen }),
    ...(leftOut.length === 0 || daysLeft === 0
      ? []
      : [
          ...gap(screen),
          ...labelled(
            'Left out',
            `does not fit into ${count(daysLeft, 'day')}: ${leftOut.map(({ name }) => name).join(', ')}`,
            screen,
          ),
        ]),
  ]);
}

/** That no interview is set, and what a plan would be. */
export function renderNoPlan({
  today,
  isOff,
  screen,
}: {
  today: Temporal.PlainDate;
  isOff: boolean;
  screen: TextOptions;
}): string {
  return text([
    ...paragraph(
      isOff
        ? 'The day is forgotten; what you did stays.'
        : "No interview is set. With its day, the guide's three weeks are laid over the days until then: concepts and coding, designs, stories and mocks. What you do is ticked off by itself; what you miss moves on.",
      screen,
    ),
    ...setting(today, screen),
  ]);
}

function setting(today: Temporal.PlainDate, screen: TextOptions): string[] {
  const example = today.add({ days: 21 }).toString();
  return command('Set the day', { type: `npm run judge plan -- --date ${example}` }, screen);
}

function whenText(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  return daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
}

function phaseText(phase: PlanItem['phase'], { items }: Plan): string {
  const own = items.filter((item) => item.phase === phase);
  return `${phase} ${own.filter(({ doneOn }) => doneOn !== undefined).length} of ${own.length}`;
}

function onTheDay(screen: TextOptions): string[] {
  return [
    ...labelled('Today', 'nothing new. Read your stories once, then leave it.', screen),
    ...command('', { type: 'npm run judge star list' }, screen),
  ];
}

function todayLines(plan: Plan, { today, due, screen }: Shown): string[] {
  const planned = plan.days.find(({ day }) => day.equals(today))?.items ?? [];
  const minutes = planned
    .filter(({ isDone }) => !isDone)
    .reduce((sum, { item }) => sum + item.minutes, 0);
  const head =
    planned.length === 0
      ? 'nothing new is planned'
      : minutes === 0
        ? 'all of it is done'
        : `about ${minutesText(minutes)}`;
  return [
    ...labelled('Today', head, screen),
    ...(due === 0
      ? []
      : command(
          'Due',
          { type: 'npm run judge drill due', remark: count(due, 'question') },
          screen,
        )),
    ...planned.flatMap(({ item, isDone }) =>
      isDone ? labelled('done', item.name, screen) : command('to do', { type: item.type }, screen),
    ),
    ...(planned.some(({ item }) => item.name.startsWith('mock'))
      ? labelled('', 'Record yourself in a mock, and share your screen as in a call.', screen)
      : []),
  ];
}

function comingLines({ days, interview }: Plan, { today, screen }: Shown): string[] {
  const coming = days.filter(({ day }) => !day.equals(today));
  const shown = coming.slice(0, daysShown);
  const rest = coming.slice(daysShown).reduce((sum, { items }) => sum + items.length, 0);
  if (coming.length === 0) return [];
  return [
    ...gap(screen),
    ...shown.flatMap((planned) => labelled(planned.day.toString(), dayText(planned), screen)),
    ...(rest === 0
      ? []
      : labelled(
          'Later',
          `${count(rest, 'thing')}, the last on ${coming.at(-1)?.day.toString() ?? ''}`,
          screen,
        )),
    ...labelled(interview.toString(), 'the interview', screen),
  ];
}

function dayText({ items }: PlannedDay): string {
  const minutes = items.reduce((sum, { item }) => sum + item.minutes, 0);
  const names = items.map(({ item, isDone }) => (isDone ? `${item.name} (done)` : item.name));
  return `${names.join(', ')} (${minutesText(minutes)})`;
}

function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

function gap({ isPlain }: TextOptions): string[] {
  return isPlain ? [] : [''];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
