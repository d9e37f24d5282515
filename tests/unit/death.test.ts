import { expect, test } from 'vitest';
import { deathOf, limitBehind } from '#judge/candidate/death.ts';
import { limitsSchema } from '#judge/model/problem.ts';

const limits = limitsSchema.parse({ callTimeMs: 1000, runTimeMs: 5000, memoryMb: 300, fileMb: 7 });
const ended = (code: number | null, signal: NodeJS.Signals | null = null, printed = '') =>
  deathOf({ code, signal, printed }, limits);

test('the signals of limits name the limit, by themselves or passed on by a sandbox', () => {
  const overworked = { kind: 'overworked', what: 'run', limitMs: 10_000 };
  expect(ended(null, 'SIGXCPU')).toEqual(overworked);
  expect(ended(128 + 24)).toEqual(overworked);
  expect(ended(null, 'SIGXFSZ')).toEqual({ kind: 'fileTooLarge', limitMb: 7 });
});

test.each([
  'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  '# Fatal process out of memory: Failed to reserve virtual memory for CodeRange',
])('a last word of "%s" is the memory limit', (printed) => {
  expect(ended(133, null, printed)).toEqual({ kind: 'outOfMemory', limitMb: 300 });
});

test('any other end is an end', () => {
  expect(ended(3)).toEqual({ kind: 'exited', how: 'exited with code 3' });
  expect(ended(null, 'SIGKILL')).toEqual({ kind: 'exited', how: 'was ended by SIGKILL' });
  expect(ended(128 + 6)).toEqual({ kind: 'exited', how: 'was ended by SIGABRT' });
});

test('an error names a limit only where the system refused something', () => {
  const error = (name: string, message: string) =>
    limitBehind({ name, message, stack: '' }, limits);
  expect(error('RangeError', 'Array buffer allocation failed')?.kind).toBe('outOfMemory');
  expect(error('Error', 'EMFILE: too many open files, open')?.kind).toBe('tooManyFiles');
  expect(error('RangeError', 'Invalid array length')).toBeUndefined();
  expect(error('Error', 'my own allocation failed')).toBeUndefined();
});
