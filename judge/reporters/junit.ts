// JUnit XML: one test suite for the problem, one test case for each subtask.
import type { Report, SubtaskReport } from '../model/report.ts';
import { isFailing } from './subtasks.ts';

/**
 * `at` is when the run was made. Its time is that of the whole run: subtasks are not timed. Valid by
 * the schemas of Jenkins and of Ant alike, so a wrong answer is a `failure` and all else an `error`.
 */
export function renderJunit(report: Report, { at }: { at: Date }): string {
  const { slug, title, points, maxPoints, verdict, seed, file, message, durations } = report;
  const cases = [
    ...(message === undefined ? [] : [wholeCase(report, message)]),
    ...report.subtasks.map((subtask) => subtaskCase(report, subtask)),
  ];
  const failing = report.subtasks.filter(isFailing);
  const wrong = failing.filter((subtask) => subtask.verdict === 'WA').length;
  const properties = { title, file, verdict, points, maxPoints, seed };
  const attributes = {
    id: 0,
    package: 'judge',
    name: slug,
    timestamp: at.toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: cases.length,
    failures: wrong,
    errors: failing.length - wrong + Number(message !== undefined),
    skipped: report.subtasks.filter((subtask) => subtask.verdict === 'skipped').length,
    time: seconds(durations.totalMs),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `<testsuite ${attributesOf(attributes)}>`,
    '<properties>',
    ...Object.entries(properties).map(
      ([name, value]) => `<property ${attributesOf({ name, value })}/>`,
    ),
    '</properties>',
    ...cases,
    '<system-out></system-out>',
    '<system-err></system-err>',
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** What is said of the whole run: a file that does not load, or a judge error. */
function wholeCase({ slug, verdict, file, line }: Report, message: string): string {
  const where = verdict === 'JE' ? 'the judge failed, not the submission' : place(file, line);
  const error = `<error ${attributesOf({ type: verdict, message })}>${escape(where)}</error>`;
  return `<testcase ${attributesOf({ classname: slug, name: 'whole run', time: 0 })}>${error}</testcase>`;
}

function subtaskCase({ slug, file }: Report, subtask: SubtaskReport): string {
  const { id, verdict, message = '', line, points, maxPoints } = subtask;
  const head = `<testcase ${attributesOf({ classname: slug, name: id, time: 0 })}`;
  if (verdict === 'AC') return `${head}/>`;
  if (verdict === 'skipped') return `${head}><skipped>${escape(message)}</skipped></testcase>`;
  const tag = verdict === 'WA' ? 'failure' : 'error';
  const text = escape(`${place(file, line)}  ${message} (${points} of ${maxPoints} points)`);
  return `${head}><${tag} ${attributesOf({ type: verdict, message })}>${text}</${tag}></testcase>`;
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}

function attributesOf(attributes: Record<string, string | number>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escape(String(value))}"`)
    .join(' ');
}

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Two characters have no place in XML that `visible` leaves as they are. */
function escape(text: string): string {
  return text
    .replace(/[<>&"]/g, (character) => entities[character] ?? character)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
