// Every format as the command line prints it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '#judge/commands/print.ts';
import { formats, type Format } from '#judge/model/format.ts';
import { reportSchema } from '#judge/model/report.ts';
import { plantCanaries, slug as greeting, submissions, tokens } from '../helpers/canary.ts';
import { runCli } from '../helpers/cli.ts';
import { slug, Tree, wrong } from '../helpers/workspace.ts';

/** Reads a text as a program would; throws where anything else stands beside it. */
const readers: Record<Exclude<Format, 'text'>, (text: string) => unknown> = {
  json: JSON.parse,
  junit: (text) => XmlDocument.fromString(text).dispose(),
  github: (text) => {
    for (const line of text.split('\n')) expect(line).toMatch(/^::(notice|error|warning) .*::/);
  },
  gradescope: JSON.parse,
  exercism: JSON.parse,
  md: (text) => expect(text).toMatch(/^## Double a number \(double\): \d/),
};

describe.each(Object.entries(readers))('%s', (format, read) => {
  test('stands alone on stdout: of a first run, in a session, and of a stored run', async () => {
    using tree = new Tree();
    mkdirSync(join(tree.root, 'workspace'));
    tree.begin(50_000);
    const first = await tree.run(slug, '--format', format);
    // The starter of this problem is right.
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatch(/Made workspace\/double\.ts from the starter/);
    read(first.stdout);
    const stored = await tree.run('report', slug, '--format', format);
    expect(stored.exitCode).toBe(0);
    const timeless = (text: string): string => text.replace(/timestamp="[^"]*"/, '');
    expect(timeless(stored.stdout)).toBe(timeless(first.stdout));
  });
});

test('on GitHub the step summary gets the report too, and one that cannot be written costs nothing', async () => {
  using tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
  tree.save(wrong);
  const summary = join(tree.root, 'summary.md');
  writeFileSync(summary, 'before\n');
  const args = [slug, '--format', 'github', '--root', tree.root];
  const env = { ...tree.env, GITHUB_WORKSPACE: join(tree.root, 'workspace') };
  const { exitCode, stdout } = await runCli(args, { ...env, GITHUB_STEP_SUMMARY: summary });
  expect(exitCode).toBe(1);
  // Its path in the checkout, wherever the project lies in it.
  expect(stdout).toMatch(/^::error file=double\.ts,line=1,/m);
  expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## Double a number/);

  const nowhere = { ...env, GITHUB_STEP_SUMMARY: join(tree.root, 'absent/summary.md') };
  const failed = await runCli(args, nowhere);
  expect(failed.exitCode).toBe(1);
  expect(failed.stderr).toMatch(/^The step summary cannot be written: /);
});

test('what a submission says acts on no terminal, no CI and no reader of a format', async () => {
  const said = '\\u001b[2J::error::x ##[error]y ##vso[z] ]]><x/> <b> & | ` @someone\\u202e';
  using tree = new Tree();
  mkdirSync(join(tree.root, 'workspace'));
  tree.save(`export const double = () => {\n  throw new Error('${said}');\n};\n`);
  const judged = await tree.run(slug, '--format', 'json');
  const report = reportSchema.parse(JSON.parse(judged.stdout));
  expect(report.verdict).toBe('RTE');
  for (const format of formats) {
    const shown = { columns: 40, hasColor: false };
    const printing = { root: tree.root, format, hasLines: true, at: new Date(), shown };
    const text = renderReport(report, printing);
    if (format !== 'text') readers[format](text.trimEnd());
    expect(text).toContain('@someone');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).not.toMatch(/##\w*\[/);
    if (format !== 'github') expect(text).not.toMatch(/^\s*::/m);
    else expect(text.match(/^::/gm)).toHaveLength(2);
  }
});

test('an unknown format is answered with all that there are', async () => {
  const { exitCode, stderr } = await runCli(['iris', '--format', 'xml']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/json, junit, github, gradescope, exercism, md; not "xml"/);
});

describe('of hidden data no format shows anything', () => {
  const tree = plantCanaries();
  const file = join(tree, 'workspace', `${greeting}.ts`);
  const env = { JUDGE_HOME: join(tree, '.judge') };
  const run = (...args: string[]) => runCli([...args, '--root', tree], env);
  beforeAll(() => mkdirSync(join(tree, 'workspace')));
  afterAll(() => rmSync(tree, { recursive: true }));

  test.each(submissions)('$name: $verdict', async ({ verdict, source }) => {
    writeFileSync(file, source);
    const judged = await run(greeting, '--lines');
    expect(judged.stdout).toMatch(new RegExp(`\\b${verdict}\\b`));
    const json = await run('report', greeting, '--format', 'json');
    const report = reportSchema.parse(JSON.parse(json.stdout));
    const rendered = formats.flatMap((format) =>
      [true, false].map((isPlain) => {
        const shown = { columns: 80, hasColor: false, isPlain };
        return renderReport(report, { root: tree, format, hasLines: true, at: new Date(), shown });
      }),
    );
    for (const text of [judged.stdout, judged.stderr, json.stdout, ...rendered])
      expect(text).not.toMatch(tokens);
  });

  test('nor where a format is asked for at once', async () => {
    writeFileSync(file, submissions[3]!.source);
    for (const look of [...formats.map((format) => ['--format', format]), ['--lines', '--plain']]) {
      const { stdout, stderr, exitCode } = await run(greeting, ...look);
      expect(exitCode).toBe(1);
      expect(stdout + stderr).not.toMatch(tokens);
    }
  });
});
