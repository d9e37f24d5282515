import { expect, test } from 'vitest';
import { judgeSource } from '../helpers/cli.ts';

test('a solution far slower than the reference loses the pace subtask only', async () => {
  const source =
    'export function double(n: number) { const end = Date.now() + 300; while (Date.now() < end); return 2 * n; }';
  const { report } = await judgeSource(source);
  expect(report.subtasks.map(({ verdict }) => verdict)).toEqual(['AC', 'TLE']);
});

test('a solution that hangs only in the timed call is ended soon after its limit, twice', async () => {
  const { report } = await judgeSource(
    `export function double(n: number) {
      if (n === 5) { console.log('timed'); for (;;); }
      return 2 * n;
    }`,
  );
  expect(report.printedChars).toBe(2 * 'timed\n'.length);
  expect(report.subtasks.map(({ verdict }) => verdict)).toEqual(['AC', 'TLE']);
  expect(report.subtasks[1]?.message).toMatch(/did not finish within \d+(\.\d+)? s/);
});

test('a quick wrong answer to the timed call earns nothing there', async () => {
  const { report } = await judgeSource(
    'export function double(n: number) { return n === 5 ? 0 : 2 * n; }',
  );
  expect(report.subtasks.map(({ verdict }) => verdict)).toEqual(['AC', 'WA']);
});
