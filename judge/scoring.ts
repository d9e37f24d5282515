import type { SubtaskManifest } from './model/problem.ts';
import type { SubtaskReport } from './model/report.ts';
import { criticalCap, decide, type Verdict } from './model/verdict.ts';
import type { CaseResult, GroupResult } from './suite/run.ts';

export type Score = {
  verdict: Verdict;
  points: number;
  subtasks: SubtaskReport[];
  fixFirst: string | undefined;
};

/**
 * Scores a run. A subtask earns its points in proportion to its passed test cases, to a tenth of a
 * point; nothing if its positive control fails; all or nothing if it is critical.
 * `groups` must be the groups of `subtasks`, in that order.
 */
export function score(subtasks: readonly SubtaskManifest[], groups: readonly GroupResult[]): Score {
  const reports = subtasks.map((subtask, index) => scoreSubtask(subtask, groups[index]));
  const sum = reports.reduce((total, { points }) => total + points, 0);
  const isCapped = reports.some(({ critical, verdict }) => critical && verdict !== 'AC');
  const points = toTenth(isCapped ? Math.min(sum, criticalCap) : sum);
  const facts = reports.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'skipped');
  return {
    verdict: decide(facts),
    points,
    subtasks: reports,
    fixFirst: chooseFixFirst(subtasks, reports)?.id,
  };
}

/** Why `groups` are not the subtasks of the manifest; `undefined` when they are. */
export function findMismatch(
  subtasks: readonly SubtaskManifest[],
  groups: readonly GroupResult[],
): string | undefined {
  const wanted = subtasks.map(({ id }) => id).join(', ');
  const found = groups.map(({ id }) => id).join(', ');
  return wanted === found
    ? undefined
    : `the suite has the subtasks ${found}; the manifest has ${wanted}`;
}

function scoreSubtask(subtask: SubtaskManifest, group: GroupResult | undefined): SubtaskReport {
  const { id, title, points: maxPoints, critical, needs } = subtask;
  const { control, cases = [] } = group ?? {};
  const total = cases.length;
  const measurements = cases.flatMap((result) =>
    result.kind === 'skipped' ? [] : (result.measurements ?? []),
  );
  const measured = measurements.length > 0 ? { measurements } : {};
  const base = { id, title, critical, maxPoints, total, ...measured };
  if (control?.kind === 'skipped') {
    return {
      ...base,
      verdict: 'skipped',
      points: 0,
      passed: 0,
      message: `needs ${needs.join(', ')}`,
    };
  }
  const passed =
    control?.kind === 'passed' ? cases.filter(({ kind }) => kind === 'passed').length : 0;
  const isFull = total > 0 && passed === total;
  const share = critical ? Number(isFull) : passed / Math.max(total, 1);
  const points = toTenth(maxPoints * share);
  if (isFull) return { ...base, verdict: 'AC', points, passed, ...messageOfNotes(cases) };
  const faults = [control, ...cases].flatMap((result) =>
    result?.kind === 'failed' ? [result.fault] : [],
  );
  const verdict = decide(faults.map((fault) => fault.verdict));
  const shown = faults.find((fault) => fault.verdict === verdict);
  return {
    ...base,
    verdict,
    points,
    passed,
    ...(shown && { message: shown.message }),
    ...(shown?.call !== undefined && { call: shown.call }),
    ...(shown?.line !== undefined && { line: shown.line }),
  };
}

function messageOfNotes(cases: readonly CaseResult[]): { message?: string } {
  const notes = cases.flatMap((result) =>
    result.kind === 'passed' && result.note ? [result.note] : [],
  );
  return notes.length > 0 ? { message: notes.join('; ') } : {};
}

/** What others wait for comes first, then what costs most, then the order of the manifest. */
function chooseFixFirst(
  subtasks: readonly SubtaskManifest[],
  reports: readonly SubtaskReport[],
): SubtaskReport | undefined {
  const failing = reports.filter(({ verdict }) => verdict !== 'AC' && verdict !== 'skipped');
  const stillOpen = new Set(reports.filter(({ verdict }) => verdict !== 'AC').map(({ id }) => id));
  const blocks = ({ id }: SubtaskReport): number =>
    Number(subtasks.some((other) => other.needs.includes(id) && stillOpen.has(other.id)));
  const lost = ({ maxPoints, points }: SubtaskReport): number => maxPoints - points;
  return failing.toSorted((a, b) => blocks(b) - blocks(a) || lost(b) - lost(a))[0];
}

function toTenth(points: number): number {
  return Math.round(points * 10) / 10;
}
