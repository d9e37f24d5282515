import { expect, test } from 'vitest';
import type { SubtaskManifest } from '#judge/model/problem.ts';
import { criticalCap, decide, verdicts } from '#judge/model/verdict.ts';
import { findMismatch, score } from '#judge/scoring.ts';
import type { CaseResult, GroupResult } from '#judge/suite/run.ts';

const subtask = (
  id: string,
  points: number,
  more: Partial<SubtaskManifest> = {},
): SubtaskManifest => ({
  id,
  title: id,
  requirement: id,
  points,
  critical: false,
  needs: [],
  hints: ['a', 'b', 'c'],
  ...more,
});
const passed: CaseResult = { kind: 'passed', title: 't' };
const failed = (verdict: 'WA' | 'TLE' = 'WA'): CaseResult => ({
  kind: 'failed',
  title: 't',
  fault: { verdict, message: verdict },
});
const skipped: CaseResult = { kind: 'skipped', title: 't', because: 'needs' };
const group = (id: string, cases: CaseResult[], control: CaseResult = passed): GroupResult => ({
  id,
  control,
  cases,
});

test('all passed is AC with all points', () => {
  const result = score(
    [subtask('a', 60), subtask('b', 40)],
    [group('a', [passed, passed]), group('b', [passed])],
  );
  expect(result).toMatchObject({ verdict: 'AC', points: 100, fixFirst: undefined });
});

test('points are in proportion to passed test cases', () => {
  const result = score(
    [subtask('a', 60), subtask('b', 40)],
    [group('a', [passed, failed(), failed()]), group('b', [passed])],
  );
  expect(result).toMatchObject({ verdict: 'WA', points: 60, fixFirst: 'a' });
});

test('a failed positive control takes all points of its subtask', () => {
  const result = score([subtask('a', 100)], [group('a', [passed, passed], failed())]);
  expect(result).toMatchObject({ verdict: 'WA', points: 0 });
});

test('a critical subtask is all or nothing and caps the total', () => {
  const subtasks = [subtask('a', 95), subtask('b', 5, { critical: true })];
  expect(score(subtasks, [group('a', [passed]), group('b', [passed, failed()])]).points).toBe(
    criticalCap,
  );
});

test('the most serious fault is the verdict', () => {
  const result = score([subtask('a', 100)], [group('a', [failed('WA'), failed('TLE')])]);
  expect(result).toMatchObject({ verdict: 'TLE', points: 0 });
});

test('a skipped subtask scores nothing, says what it needs, and is not to be fixed first', () => {
  const subtasks = [subtask('a', 10), subtask('b', 90, { needs: ['a'] })];
  const result = score(subtasks, [group('a', [failed()]), group('b', [skipped], skipped)]);
  expect(result).toMatchObject({ verdict: 'WA', points: 0, fixFirst: 'a' });
  expect(result.subtasks[1]).toMatchObject({ verdict: 'skipped', message: 'needs a' });
});

test('a subtask without test cases is never accepted', () => {
  expect(score([subtask('a', 100)], [group('a', [])])).toMatchObject({ verdict: 'JE', points: 0 });
});

test('groups that are not the subtasks are a mismatch', () => {
  expect(findMismatch([subtask('a', 100)], [group('a', [passed])])).toBeUndefined();
  expect(findMismatch([subtask('a', 100)], [])).toMatch(/the manifest has a/);
});

test('nothing known decides for judge error, and every verdict decides over those after it', () => {
  expect(decide([])).toBe('JE');
  for (const [index, verdict] of verdicts.entries())
    expect(decide(verdicts.slice(index).toReversed())).toBe(verdict);
});
