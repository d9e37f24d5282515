// What programs read: each format against its published form.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reportSchema, type Report } from '#judge/model/report.ts';
import { renderExercism } from '#judge/reporters/exercism.ts';
import { renderGithub } from '#judge/reporters/github.ts';
import { renderGradescope } from '#judge/reporters/gradescope.ts';
import { harmless } from '#judge/reporters/harmless.ts';
import { renderJunit } from '#judge/reporters/junit.ts';
import { renderMarkdown } from '#judge/reporters/markdown.ts';
import { renderLines } from '#judge/reporters/pointed.ts';
import { root } from '../helpers/cli.ts';
import { report } from '../helpers/report.ts';

const at = new Date('2026-03-01T09:15:00Z');
const { fixFirst, requirement, ...unfailing } = report;
const passing = { ...report.subtasks[0]!, points: 100, maxPoints: 100 };
const timedOut = { ...report.subtasks[1]!, verdict: 'TLE' } as const;
const whole = { ...unfailing, points: 0, subtasks: [], line: 3, column: 9 };
/** A run of each kind. */
const reports: Record<string, Report> = {
  'wrong answer': report,
  'time limit': { ...report, verdict: 'TLE', subtasks: [passing, timedOut] },
  accepted: { ...unfailing, verdict: 'AC', points: 100, subtasks: [passing] },
  'does not load': { ...whole, verdict: 'CE', message: 'Unexpected token' },
  'judge error': { ...whole, verdict: 'JE', message: 'the suite does not load' },
};
const cases = Object.entries(reports);

/** The report with the submission's words in every place that can hold them. */
function saying(words: string): Report {
  const subtasks = report.subtasks.map((subtask) => ({ ...subtask, message: words }));
  const typeErrors = [{ line: 1, column: 1, message: words }];
  return { ...report, file: `a${words}`, message: words, subtasks, typeErrors };
}
const anyWords = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'`|<>&"\'\\*_[]()#:%,@\n\r\t\u0000\u001b\u202e\ufffe\ud800a '),
  }),
);

const rendered: Record<string, (report: Report) => string> = {
  json: (told) => `${JSON.stringify(told, null, 2)}\n`,
  junit: (told) => renderJunit(told, { at }),
  github: (told) => renderGithub(told, { file: told.file }),
  gradescope: renderGradescope,
  exercism: renderExercism,
  md: renderMarkdown,
  lines: renderLines,
};

test.each(Object.entries(rendered))(
  '%s keeps nothing that a terminal or a CI would act upon',
  (name, render) => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const text = render(harmless(saying(words)));
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(text).not.toMatch(/##\w*\[/);
        if (name !== 'github') expect(text).not.toMatch(/^\s*::/m);
      }),
      { numRuns: 300 },
    );
  },
);

describe('JSON', () => {
  const path = join(root, 'judge/model/report.schema.json');

  // After a change: npx vitest run --config tests/vitest.config.ts tests/unit/formats -u
  test('the shipped schema is made from the schema of the code', async () => {
    const schema = z.toJSONSchema(reportSchema);
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path);
  });

  test.each(cases)('%s is valid by the shipped schema', (_name, told) => {
    const isValid = new Ajv2020().compile(JSON.parse(readFileSync(path, 'utf8')));
    expect(isValid(told), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...told, verdict: 'GREAT' })).toBe(false);
    expect(isValid({ ...told, more: 1 })).toBe(false);
  });
});

describe('JUnit', () => {
  const schema = readFileSync(join(root, 'tests/published/junit-jenkins.xsd'), 'utf8');
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  const parse = (xml: string): XmlDocument => {
    const document = XmlDocument.fromString(xml);
    validator.validate(document);
    return document;
  };

  test.each(cases)('%s is valid by the schema', (_name, told) => {
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
        expect(document.find('//*').map(({ name }) => name)).toEqual(
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

describe('GitHub', () => {
  const commands = (told: Report): string[] =>
    renderGithub(told, { file: told.file }).trimEnd().split('\n');
  const form = /^::(?:error|warning|notice) (?:(?:file|line|col|title)=[^:,\r\n]*,?)+::[^\r\n]*$/;

  test.each(cases)('%s is a list of workflow commands', (_name, told) => {
    for (const line of commands(told)) expect(line).toMatch(form);
  });

  test('the first says the score, the second what to fix first and where', () => {
    expect(commands(report).slice(0, 2)).toEqual([
      '::notice title=iris%3A 62 of 100::Iris classifier: WA',
      `::error file=workspace/iris.ts,line=41,col=1,title=iris%3A metrics::WA: your evaluate returned the number 29 (fix this first: ${requirement})`,
    ]);
  });

  test('there are ten at most, and the first says how many are left', () => {
    const typeErrors = Array.from({ length: 30 }, (_, line) => ({ line, column: 1, message: 'x' }));
    const lines = commands({ ...report, typeErrors });
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatch(/22 more findings/);
  });

  test('whatever the submission says stays in its command', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const lines = commands(saying(words));
        expect(lines).toHaveLength(4);
        for (const line of lines) expect(line).toMatch(form);
      }),
      { numRuns: 300 },
    );
    expect(commands(saying('50%\r\n::x,'))[1]).toContain('::WA: 50%25%0D%0A::x,');
    expect(commands(saying('50%\r\n::x,'))[1]).toContain('file=a50%25%0D%0A%3A%3Ax%2C,line');
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

  test.each(cases)('%s has the documented fields only', (_name, told) => {
    const results = documented.parse(JSON.parse(renderGradescope(told)));
    expect(results.score).toBe(told.points);
    expect(results.tests.map(({ status }) => status)).toEqual(
      told.subtasks.map(({ verdict }) => (verdict === 'AC' ? 'passed' : 'failed')),
    );
  });

  test('a judge error says that the run is not counted', () => {
    expect(renderGradescope(reports['judge error']!)).toMatch(
      /not counted; ask for it to be judged/,
    );
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
    ['wrong answer', 'fail'],
    ['time limit', 'fail'],
    ['accepted', 'pass'],
    ['does not load', 'error'],
    ['judge error', 'error'],
  ])('%s is version 3 of the interface: %s', (name, status) => {
    const results = published.parse(JSON.parse(renderExercism(reports[name]!)));
    expect(results.status).toBe(status);
  });

  test('a message of any length is cut to the limit', () => {
    const long = { ...reports['does not load']!, message: 'x'.repeat(100_000) };
    expect(published.safeParse(JSON.parse(renderExercism(long))).success).toBe(true);
  });
});

describe('Markdown', () => {
  test('whatever the submission says stays code', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const outside = renderMarkdown(harmless(saying(`Q${words}Q`)))
          .split('\n')
          .map((line) => line.replaceAll(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, 'CODE'));
        expect(outside.join('\n')).not.toMatch(/Q/);
      }),
      { numRuns: 500 },
    );
  });

  test('a table keeps its columns whatever a remark says', () => {
    const subtasks = [{ ...report.subtasks[0]!, message: 'a|b \\| c' }];
    const row = renderMarkdown({ ...report, subtasks })
      .split('\n')
      .find((line) => line.startsWith('| split'));
    expect(row?.split(/(?<!\\)\|/)).toHaveLength(7);
  });

  test('it says the score, what to fix first and where', () => {
    const text = renderMarkdown(report);
    expect(text).toMatch(/^## Iris classifier \(iris\): 62 of 100$/m);
    expect(text).toMatch(
      /^- \*\*Fix first: metrics\*\* rows of .* ones\. `workspace\/iris\.ts:41` `your evaluate returned the number 29`$/m,
    );
  });
});

test('lines for editors name a place in the submission, one a finding', () => {
  expect(renderLines(report).split('\n')).toEqual([
    'Findings in workspace/iris.ts: 2',
    `workspace/iris.ts:41:1 - error metrics: WA: your evaluate returned the number 29 (fix this first: ${requirement})`,
    'workspace/iris.ts:3:7 - warning types: TS2322: not assignable (advice, costs no points)',
    'End of findings',
    '',
  ]);
  expect(renderLines(reports['does not load']!)).toMatch(
    /^workspace\/iris\.ts:3:9 - error iris: CE: Unexpected token$/m,
  );
  expect(renderLines(reports['judge error']!)).not.toMatch(/ - error/);
});
