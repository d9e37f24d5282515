// What programs read: each format against its published form.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
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
import { anyWords, at, kinds, reports, saying } from '../helpers/reports.ts';

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

  test.each(kinds)('%s is valid by the shipped schema', (_name, told) => {
    const isValid = new Ajv2020().compile(JSON.parse(readFileSync(path, 'utf8')));
    expect(isValid(told), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...told, verdict: 'GREAT' })).toBe(false);
    expect(isValid({ ...told, more: 1 })).toBe(false);
  });
});

describe('GitHub', () => {
  const commands = (told: Report): string[] =>
    renderGithub(told, { file: told.file }).trimEnd().split('\n');
  const form = /^::(?:error|warning|notice) (?:(?:file|line|col|title)=[^:,\r\n]*,?)+::[^\r\n]*$/;

  test.each(kinds)('%s is a list of workflow commands', (_name, told) => {
    for (const line of commands(told)) expect(line).toMatch(form);
  });

  test('the first says the score, the second what to fix first and where', () => {
    expect(commands(report).slice(0, 2)).toEqual([
      '::notice title=iris%3A 62 of 100::Iris classifier: WA',
      `::error file=workspace/iris.ts,line=41,col=1,title=iris%3A metrics::WA: your evaluate returned the number 29 (fix this first: ${report.requirement})`,
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
    `workspace/iris.ts:41:1 - error metrics: WA: your evaluate returned the number 29 (fix this first: ${report.requirement})`,
    'workspace/iris.ts:3:7 - warning types: TS2322: not assignable (advice, costs no points)',
    'End of findings',
    '',
  ]);
  expect(renderLines(reports.unloadable)).toMatch(
    /^workspace\/iris\.ts:3:9 - error iris: CE: Unexpected token$/m,
  );
  expect(renderLines(reports.judgeError)).not.toMatch(/ - error/);
});
