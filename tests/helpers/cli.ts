import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { inject } from 'vitest';
import { reportSchema, type Report } from '#judge/model/report.ts';

export const root = resolve(import.meta.dirname, '../..');
/** A tree of problems made for these tests: `double`, and problems whose suites are broken. */
export const testTree = join(root, 'tests/process/tree');
export const cliPath = join(root, 'judge/bin.js');

/** Runs the real command line; never throws for an exit code. */
export async function runCli(args: readonly string[], env: Record<string, string> = {}) {
  const ended = await execa(process.execPath, [cliPath, ...args], {
    reject: false,
    cwd: root,
    // Whatever the person's shell says about colour must not decide a test.
    env: { NO_COLOR: '', FORCE_COLOR: '', JUDGE_HOME: inject('home'), ...env },
  });
  const { exitCode, stdout, stderr } = ended;
  return { exitCode, stdout, stderr };
}

type JudgeOptions = { slug?: string; seed?: number; tree?: string; sandbox?: string };

/** Judges a file by its path with the real command line and reads the JSON report. */
export async function judgeFile(
  file: string,
  { slug = 'double', seed = 7, tree = testTree, sandbox = 'auto' }: JudgeOptions = {},
): Promise<{ exitCode: number | undefined; report: Report; stdout: string }> {
  const args = [slug, '--file', file, '--seed', String(seed), '--format', 'json', '--root', tree];
  const { exitCode, stdout, stderr } = await runCli([...args, '--sandbox', sandbox]);
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return { exitCode, report: reportSchema.parse(JSON.parse(stdout)), stdout };
}

/** Judges source text. */
export async function judgeSource(source: string | Uint8Array, options: JudgeOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'judge-test-'));
  try {
    const file = join(folder, 'submission.ts');
    writeFileSync(file, source);
    return await judgeFile(file, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
