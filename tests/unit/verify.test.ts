// The parts of `judge verify` that need no process.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Measurement } from '#judge/model/measurement.ts';
import type { Judgement } from '#judge/report.ts';
import { createRandom } from '#judge/suite/random.ts';
import { junkExpressions, spoilAnswer, spoilNames } from '#judge/suite/junk.ts';
import { findDeviation, type Expectation } from '#judge/verify/behaviour.ts';
import { tellingConstants } from '#judge/verify/constants.ts';
import { thresholdsOf } from '#judge/verify/fairness.ts';
import { manifestJsonSchema } from '#judge/verify/manifest.ts';
import { makeMutants } from '#judge/verify/mutants.ts';
import {
  exampleModule,
  readStatement,
  settlePrefixes,
  splitComment,
} from '#judge/verify/statement.ts';
import { root } from '../helpers/cli.ts';

// After a change of the manifest's schema:
// npx vitest run --config tests/vitest.config.ts tests/unit/verify -u
test('the JSON schema for editors is made from the manifest schema', async () => {
  const path = join(root, 'problems/coding/problem.schema.json');
  await expect(manifestJsonSchema()).toMatchFileSnapshot(path);
});

describe('a statement', () => {
  const markdown = [
    '# Title',
    '```ts',
    'function f(x: number): number;',
    '```',
    '## Examples',
    '```ts',
    "f('//')   // 1  // a remark",
    'const base = {',
    '  a: 1,',
    '};',
    'f({ ...base,',
    '  b: 2 })',
    '// { a: 0.3333…,',
    '//   b: -2.5… }',
    'f(3)',
    '```',
  ].join('\n');
  const statement = readStatement(markdown);

  test('has signatures before its examples', () => {
    expect(statement.signatures).toEqual({ code: 'function f(x: number): number;', line: 3 });
  });

  test('has calls with the values behind them, and lines that they share', () => {
    expect(statement.setup).toBe('const base = {\n  a: 1,\n};\n');
    expect(statement.examples).toEqual([
      { code: "f('//')   \n", expected: '1  // a remark\n', line: 7 },
      { code: 'f({ ...base,\n  b: 2 })\n', expected: '{ a: 0.3333…,\nb: -2.5… }\n', line: 11 },
    ]);
    expect(statement.unvalued).toEqual([15]);
  });

  test('becomes a module that marks numbers which are cut off', () => {
    const module = exampleModule(statement, { solution: './s.ts', names: ['f'] });
    expect(module).toContain('const { f } = solution;');
    expect(module).toContain('{ a: prefix("0.3333"),\nb: prefix("-2.5") }');
  });

  test('a cut-off number stands for those that begin with its digits', () => {
    const expected = { a: [{ 'begins with': '0.33' }], b: 1 };
    expect(settlePrefixes(expected, { a: [1 / 3], b: 2 })).toEqual({ a: [1 / 3], b: 1 });
    expect(settlePrefixes(expected, { a: [0.34], b: 2 })).toEqual(expected);
    expect(settlePrefixes(expected, null)).toEqual(expected);
  });

  test('a comment begins outside of strings', () => {
    expect(splitComment("a('//', `//`) // b")).toEqual({ code: "a('//', `//`) ", comment: 'b' });
    expect(splitComment("a('\\'//')")).toEqual({ code: "a('\\'//')", comment: undefined });
  });
});

describe('a judgement beside what was expected', () => {
  const subtask = (id: string, points: number, passed = points) => ({
    id,
    title: id,
    verdict: points === 50 ? ('AC' as const) : ('WA' as const),
    points,
    maxPoints: 50,
    critical: false,
    passed,
    total: 50,
  });
  const judged = (verdict: 'AC' | 'WA' | 'TLE', a: number, b: number): Judgement => ({
    kind: 'judged',
    score: { verdict, points: a + b, subtasks: [subtask('a', a), subtask('b', b)], fixFirst: 'a' },
    usage: { cpuMs: 1, peakMemoryMb: 1, printedChars: 0, printed: '', strayErrors: 0 },
    source: '',
  });
  const wrong = (loses: string[], mayLose: string[] = []): Expectation => ({
    kind: 'wrong',
    verdict: 'WA',
    loses,
    mayLose,
  });
  const failed: Judgement = { kind: 'notJudged', verdict: 'JE', message: 'the suite is broken' };

  test.each([
    [judged('AC', 50, 50), { kind: 'accepted' }, undefined],
    [judged('WA', 40, 50), { kind: 'accepted' }, /90 points where all are due/],
    [judged('WA', 0, 0), { kind: 'nothing' }, undefined],
    [judged('WA', 1, 0), { kind: 'nothing' }, /1 points where none are due, from a/],
    [judged('WA', 40, 50), wrong(['a']), undefined],
    [judged('WA', 40, 30), wrong(['a'], ['b']), undefined],
    [judged('WA', 40, 20), wrong(['a'], ['b']), /kept 20 of 50 points/],
    [judged('WA', 40, 49), wrong(['a']), /lost b, which its header does not name/],
    [judged('WA', 50, 49), wrong(['a', 'b']), /lost nothing in a/],
    [judged('TLE', 40, 50), wrong(['a']), /TLE, not WA/],
    [failed, { kind: 'nothing' }, /JE: the suite is broken/],
    [failed, { kind: 'accepted' }, /JE/],
    [failed, wrong(['a']), /JE/],
  ] as const)('%#', (judgement, expects, why) => {
    const found = findDeviation(judgement, expects);
    if (why === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(why);
  });
});

test('telling constants are long texts and numbers of many digits, not titles or prose', () => {
  const source = `
    import { x } from 'a-very-long-module-name';
    test('a title that is long enough', () => check('New York City', 1709251200000, 1_000_000));
    const short = ['abc', 'a message in words', 12.345, 0.5];
  `;
  expect(tellingConstants(source)).toEqual(['New York City', '1709251200000', '12.345']);
});

test('thresholds keep the worst accepted and the best wrong measurement of each bar', () => {
  const measured = (solution: string, value: number, seed = 1) => ({
    ...({ kind: 'atLeast', what: 'accuracy', value, bar: 0.8, text: '' } satisfies Measurement),
    subtask: 'quality',
    solution,
    seed,
  });
  const [threshold, ...others] = thresholdsOf(
    [
      measured('good', 0.9),
      measured('good', 0.84, 2),
      measured('fair', 0.88),
      measured('bad', 0.6),
      measured('near', 0.76),
      measured('near', 0.85, 2),
    ],
    [{ name: 'good' }, { name: 'fair' }],
  );
  expect(others).toEqual([]);
  expect(threshold).toEqual({
    subtask: 'quality',
    what: 'accuracy',
    kind: 'atLeast',
    worstAccepted: { solution: 'good', seed: 2, value: 0.84, bar: 0.8, margin: 0.05 },
    bestWrong: { solution: 'near', seed: 1, value: 0.76, bar: 0.8, margin: -0.05 },
    spread: [
      { solution: 'good', min: 0.84, median: 0.84, max: 0.9 },
      { solution: 'fair', min: 0.88, median: 0.88, max: 0.88 },
    ],
  });
});

test('mutants are the source with one thing changed, named by their place', async () => {
  const source =
    'type A = string;\n\nexport function f(a: number): number {\n  return 2 * (a - 1);\n}\n';
  const mutants = await makeMutants('f.ts', source);
  expect(mutants).toContainEqual({
    mutator: 'ArithmeticOperator',
    line: 4,
    in: 'f',
    at: 'return 2 * (a - 1);',
    original: 'a - 1',
    replacement: 'a + 1',
    source: source.replace('(a - 1)', '((a + 1))'),
  });
  expect(mutants.map((mutant) => mutant.source)).toContain(
    'type A = string;\n\nexport function f(a: number): number {}\n',
  );
});

test('spoiling changes one part of a right answer, or nothing where there is no such part', () => {
  const answer = { list: [1, 2, 3] };
  const spoiled = spoilNames.map((name) =>
    spoilAnswer(answer, { name, random: createRandom(1, name) }),
  );
  expect(answer).toEqual({ list: [1, 2, 3] });
  for (const one of spoiled) expect(one).not.toEqual(answer);
  const name = 'one list empty';
  expect(spoilAnswer('x', { name, random: createRandom(1, name) })).toBe('x');
  expect(Object.keys(junkExpressions).length).toBeGreaterThan(40);
});
