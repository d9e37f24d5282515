// Days of the calendar on the wall. Pure but for the time zone, which is that of the machine.
import { UsageError } from '../errors.ts';

/** A plan further ahead than this is none. */
const maxDaysAhead = 731;

/** The day on the wall at a moment (milliseconds since 1970). */
export function dayAt(epochMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(epochMs))
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate();
}

/** When a day begins; not at midnight where the clock is set forward then. */
export function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(Temporal.Now.timeZoneId()).epochMilliseconds);
}

/** The last moment of a day. */
export function endOf(day: Temporal.PlainDate): Date {
  return new Date(startOf(day.add({ days: 1 })).getTime() - 1);
}

export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

export function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

/** The day of an interview as it was typed. Throws a `UsageError` for one that cannot be. */
export function parseInterview(text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined)
    throw new UsageError(
      `--date takes a day as year-month-day, for instance ${today.add({ days: 21 }).toString()}; not "${text}".`,
    );
  const day = toDay({ year: Number(year), month: Number(month), day: Number(date) });
  if (day === undefined)
    throw new UsageError(`--date: there is no day ${text.trim()}. Look it up in a calendar.`);
  const ahead = daysBetween(today, day);
  if (ahead < 0)
    throw new UsageError(
      `--date: ${day.toString()} is in the past; today is ${today.toString()}. Type the day of the interview.`,
    );
  if (ahead > maxDaysAhead)
    throw new UsageError(
      `--date: ${day.toString()} is more than two years ahead. Type a day until ${today.add({ days: maxDaysAhead }).toString()}.`,
    );
  return day;
}

function toDay(parts: {
  year: number;
  month: number;
  day: number;
}): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
