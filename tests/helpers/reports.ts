// Reports of every kind, and of submissions that say anything, for the tests of the formats.
import fc from 'fast-check';
import type { Report } from '#judge/model/report.ts';
import { report } from './report.ts';

export const at = new Date('2026-03-01T09:15:00Z');

const passing = { ...report.subtasks[0]!, points: 100, maxPoints: 100 };
const timedOut = { ...report.subtasks[1]!, verdict: 'TLE' } as const;
const unfailing: Report = { ...report, subtasks: [passing] };
delete unfailing.fixFirst;
delete unfailing.requirement;
const whole: Report = { ...unfailing, points: 0, subtasks: [], line: 3, column: 9 };

/** A run of each kind. */
export const reports = {
  wrong: report,
  slow: { ...report, verdict: 'TLE', subtasks: [passing, timedOut] },
  accepted: { ...unfailing, verdict: 'AC', points: 100 },
  unloadable: { ...whole, verdict: 'CE', message: 'Unexpected token' },
  judgeError: { ...whole, verdict: 'JE', message: 'the suite does not load' },
} satisfies Record<string, Report>;

export const kinds = Object.entries<Report>(reports);

/** The report with the submission's words in every place that can hold them. */
export function saying(words: string): Report {
  const subtasks = report.subtasks.map((subtask) => ({ ...subtask, message: words }));
  const typeErrors = [{ line: 1, column: 1, message: words }];
  return { ...report, file: `a${words}`, message: words, subtasks, typeErrors };
}

const special = '`|<>&"\'\\*_[]()#:%,@\n\r\t\u0000\u001b\u202e\ufffe\ud800a ';
export const anyWords = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...special.split('')) }),
);
