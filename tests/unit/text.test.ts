import { expect, test } from 'vitest';
import { renderText } from '#judge/reporters/text.ts';
import { report } from '../helpers/report.ts';

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
  expect(text).toMatch(/^Again {7}npm run judge iris -- --seed 5$/m);
});
