import { expect, test } from 'vitest';
import type { Report } from '#judge/model/report.ts';
import { renderText } from '#judge/reporters/text.ts';

const report: Report = {
  schema: 'judge-report/1',
  slug: 'iris',
  title: 'Iris classifier',
  minutes: 20,
  file: 'workspace/iris.ts',
  verdict: 'WA',
  points: 62,
  maxPoints: 100,
  fixFirst: 'metrics',
  requirement: 'rows of the confusion matrix are true classes and columns are predicted ones',
  subtasks: [
    {
      id: 'split',
      title: 'Split',
      verdict: 'AC',
      points: 50,
      maxPoints: 50,
      critical: false,
      passed: 3,
      total: 3,
      message: 'a measured fact',
    },
    {
      id: 'metrics',
      title: 'Metrics',
      verdict: 'WA',
      points: 12,
      maxPoints: 40,
      critical: true,
      passed: 1,
      total: 3,
      message: 'your evaluate returned the number 29',
      line: 41,
    },
    {
      id: 'test-set-discipline',
      title: 'Selection',
      verdict: 'skipped',
      points: 0,
      maxPoints: 10,
      critical: false,
      passed: 0,
      total: 2,
      message: 'needs metrics',
    },
  ],
  typeErrors: [{ line: 3, column: 7, message: 'TS2322: not assignable' }],
  seed: 5,
  durations: { totalMs: 840, candidateCpuMs: 310 },
  peakMemoryMb: 142,
  printedChars: 12,
  strayErrors: 0,
  sandbox: 'node permissions',
  versions: { judge: '1', node: '26', vitest: '5' },
  hashes: { suite: 'a', submission: 'b' },
};

test.each([80, 40])('at %i columns no line is longer', (columns) => {
  const lines = renderText(report, { columns, hasColor: false }).split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
});

test('the report says what failed, where, and what to fix first', () => {
  const text = renderText(report, { columns: 80, hasColor: false });
  expect(text).toMatch(/SCORE {2}62\/100/);
  expect(text).toMatch(/Fix first {3}metrics: rows of the confusion matrix/);
  expect(text).toMatch(/workspace\/iris\.ts:41 {2}your evaluate returned the number 29/);
  expect(text).toMatch(/Types {7}workspace\/iris\.ts:3:7 {2}TS2322/);
  expect(text).toMatch(/^-- {2}test-set-discipline.*needs metrics$/m);
});

test('a judge error says that the judge failed, and gives the seed to report it with', () => {
  const text = renderText(
    { ...report, verdict: 'JE', subtasks: [], message: 'the suite does not load' },
    { columns: 80, hasColor: false },
  );
  expect(text).toMatch(/the judge failed, not you/);
  expect(text).toMatch(/--seed\s+5/);
});
