// What graders and CIs read, against its published form.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderExercism } from '#judge/reporters/exercism.ts';
import { renderGradescope } from '#judge/reporters/gradescope.ts';
import { harmless } from '#judge/reporters/harmless.ts';
import { renderJunit } from '#judge/reporters/junit.ts';
import { root } from '../helpers/cli.ts';
import { report } from '../helpers/report.ts';
import { anyWords, at, kinds, reports, saying } from '../helpers/reports.ts';

describe('JUnit', () => {
  const schema = readFileSync(join(root, 'tests/published/junit-jenkins.xsd'), 'utf8');
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  const parse = (xml: string): XmlDocument => {
    const document = XmlDocument.fromString(xml);
    validator.validate(document);
    return document;
  };

  test.each(kinds)('%s is valid by the schema', (_name, told) => {
    using document = parse(renderJunit(told, { at }));
    const count = (path: string): number => document.find(path).length;
    const suite = document.get('/testsuites/testsuite');
    expect(suite).not.toBeNull();
    for (const [attribute, path] of [
      ['tests', '//testcase'],
      ['failures', '//failure'],
      ['errors', '//error'],
      ['skipped', '//skipped'],
    ] as const)
      expect(count(`/testsuites/testsuite[@${attribute}=${count(path)}]`), attribute).toBe(1);
    expect(count('//failure|//error') === 0).toBe(told.verdict === 'AC');
  });

  test('the schema refuses what is no JUnit', () => {
    const broken = renderJunit(report, { at }).replace('name="split"', 'nom="split"');
    expect(() => parse(broken)).toThrow(/nom/);
  });

  test('whatever the submission says stays text', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const told = harmless(saying(words));
        using document = parse(renderJunit(told, { at }));
        const names = document
          .find('//*')
          .map((node) => (node instanceof XmlElement ? node.name : '?'));
        expect(names).toEqual(
          [...'testsuites testsuite properties'.split(' '), ...Array<string>(6).fill('property')]
            .concat('testcase', 'error', 'testcase', 'testcase', 'failure', 'testcase', 'skipped')
            .concat('system-out', 'system-err'),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a failure says what, where and how much', () => {
    using document = parse(renderJunit(report, { at }));
    expect(document.get('//failure')?.content).toBe(
      'workspace/iris.ts:41  your evaluate returned the number 29 (12 of 40 points)',
    );
  });
});

describe('Gradescope', () => {
  const visibility = z.enum(['hidden', 'after_due_date', 'after_published', 'visible']);
  const textFormat = z.enum(['text', 'html', 'simple_format', 'md', 'ansi']);
  /** The documented fields, and no other. */
  const documented = z.strictObject({
    score: z.number(),
    execution_time: z.number().optional(),
    output: z.string().optional(),
    output_format: textFormat.optional(),
    test_output_format: textFormat.optional(),
    test_name_format: textFormat.optional(),
    visibility: visibility.optional(),
    stdout_visibility: visibility.optional(),
    extra_data: z.record(z.string(), z.unknown()).optional(),
    tests: z.array(
      z.strictObject({
        score: z.number(),
        max_score: z.number().optional(),
        status: z.enum(['passed', 'failed']).optional(),
        name: z.string().optional(),
        name_format: textFormat.optional(),
        number: z.string().optional(),
        output: z.string().optional(),
        output_format: textFormat.optional(),
        tags: z.array(z.string()).optional(),
        visibility: visibility.optional(),
        extra_data: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    leaderboard: z.array(z.unknown()).optional(),
  });

  test.each(kinds)('%s has the documented fields only', (_name, told) => {
    const results = documented.parse(JSON.parse(renderGradescope(told)));
    expect(results.score).toBe(told.points);
    expect(results.tests.map(({ status }) => status)).toEqual(
      told.subtasks.map(({ verdict }) => (verdict === 'AC' ? 'passed' : 'failed')),
    );
  });

  test('a judge error says that the run is not counted', () => {
    expect(renderGradescope(reports.judgeError)).toMatch(/not counted; ask for it to be judged/);
  });
});

describe('Exercism', () => {
  const message = z.string().min(1).max(65_535);
  const result = z.strictObject({
    name: z.string().min(1),
    test_code: z.string().optional(),
    status: z.enum(['pass', 'fail', 'error']),
    message: message.nullish(),
    output: z.string().max(500).nullish(),
    task_id: z.int().min(1).optional(),
  });
  const published = z.discriminatedUnion('status', [
    z.strictObject({
      version: z.literal(3),
      status: z.literal('pass'),
      message: z.null().optional(),
      tests: z.array(z.strictObject({ ...result.shape, status: z.literal('pass') })).min(1),
    }),
    z.strictObject({
      version: z.literal(3),
      status: z.literal('fail'),
      message: z.null().optional(),
      tests: z.array(result).refine((tests) => tests.some(({ status }) => status !== 'pass')),
    }),
    z.strictObject({
      version: z.literal(3),
      status: z.literal('error'),
      message,
      tests: z.array(result).max(0),
    }),
  ]);

  test.each([
    ['wrong', 'fail'],
    ['slow', 'fail'],
    ['accepted', 'pass'],
    ['unloadable', 'error'],
    ['judgeError', 'error'],
  ] as const)('%s is version 3 of the interface: %s', (kind, status) => {
    const results = published.parse(JSON.parse(renderExercism(reports[kind])));
    expect(results.status).toBe(status);
  });

  test('a message of any length is cut to the limit', () => {
    const long = { ...reports.unloadable, message: 'x'.repeat(100_000) };
    expect(published.safeParse(JSON.parse(renderExercism(long))).success).toBe(true);
  });
});
