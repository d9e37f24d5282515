import { expect, test } from 'vitest';
import { CandidateFault, faultOf } from '#judge/suite/fault.ts';

const question = {
  name: 'double',
  args: [['a secret of some length']],
  submissionUrl: 'file:///x.ts',
};
const error = (message: string, stack = '') => ({ name: 'Error', message, stack });

test('control characters and commands of a CI in an error are spelled out', () => {
  const thrown = error('\u001b[2J ::error::x ##[error]y \u202e');
  for (const outcome of [
    { kind: 'threw', error: thrown, wallMs: 1 },
    { kind: 'unsendable', error: thrown },
    { kind: 'loadFailed', error: thrown },
  ] as const) {
    const { message } = faultOf(outcome, question);
    expect(message).toContain('\\u001b[2J : :error: :x # #[error]y \\u202e');
  }
});

test('names of exports are clipped and spelled out', () => {
  const functions = ['\u001b[31m::x', 'y'.repeat(1_000)];
  const { message } = faultOf({ kind: 'missing', functions }, question);
  expect(message).toMatch(/it exports \\u001b\[31m: :x, y{39}…$/);
});

test('a suite that repeats words of the submission repeats no control characters', () => {
  const { fault } = new CandidateFault({ verdict: 'WA', message: `\u009b31m${'z'.repeat(900)}` });
  expect(fault.message).toMatch(/^\\u009b31mz{400,}…$/);
});

test('hidden input is taken out of what cannot be sent, too', () => {
  const outcome = { kind: 'unsendable', error: error('Symbol(secret of some len) ...') } as const;
  expect(faultOf(outcome, question).message).toContain('Symbol((hidden)) ...');
});

test('a line of the stack that no file can have is not believed', () => {
  for (const [line, believed] of [
    ['7', 7],
    ['-7', undefined],
    ['99999999', undefined],
  ] as const) {
    const threw = {
      kind: 'threw',
      error: error('x', `at file:///x.ts:${line}:1`),
      wallMs: 1,
    } as const;
    expect(faultOf(threw, question).line).toBe(believed);
  }
});
