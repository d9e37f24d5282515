import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withPatience } from '#judge/commands/patience.ts';

const { stderr } = process;
const wasTTY = stderr.isTTY;
let written: string[];

beforeEach(() => {
  written = [];
  vi.useFakeTimers();
  vi.spyOn(stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  stderr.isTTY = wasTTY;
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What is written while some work takes `ms`. */
async function during(ms: number, { isTTY = true, isPlain = false } = {}): Promise<string[]> {
  stderr.isTTY = isTTY;
  const work = (): Promise<string> =>
    new Promise((resolve) => setTimeout(() => resolve('done'), ms));
  const done = withPatience('Judging iris', { isPlain, work });
  await vi.advanceTimersByTimeAsync(ms);
  expect(await done).toBe('done');
  return written;
}

test('what is over within a second says nothing', async () => {
  expect(await during(990)).toEqual([]);
});

test('what takes longer says what it is and for how long, and clears its line', async () => {
  const [first, second, third, ...rest] = await during(3_500);
  expect([first, second, third]).toEqual([
    '\rJudging iris ... 1 s',
    '\rJudging iris ... 2 s',
    '\rJudging iris ... 3 s',
  ]);
  // Back to the first column, and the line is empty.
  expect(rest.join('')).toBe('\u001b[1G\u001b[2K');
});

test('plain, it is one line that stays', async () => {
  expect(await during(3_500, { isPlain: true })).toEqual(['Judging iris\n']);
});

test('elsewhere than on a terminal nothing is written', async () => {
  expect(await during(3_500, { isTTY: false })).toEqual([]);
});

test('work that fails clears the line too, and its error comes through', async () => {
  stderr.isTTY = true;
  const work = (): Promise<never> =>
    new Promise((_, reject) => setTimeout(() => reject(new Error('no')), 1_500));
  const done = withPatience('Judging iris', { isPlain: false, work });
  const failed = expect(done).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(5_000);
  await failed;
  expect(written).toHaveLength(3);
});
