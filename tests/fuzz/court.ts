// Judges one specimen and says in a sentence what the judge did wrong with it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeSubmission } from '#judge/judgement.ts';
import type { Problem } from '#judge/model/problem.ts';
import { reportSchema, type Report } from '#judge/model/report.ts';
import type { Verdict } from '#judge/model/verdict.ts';
import { handIn } from '#judge/problem/submission.ts';
import { renderText } from '#judge/reporters/text.ts';
import { buildReport, type Judgement } from '#judge/report.ts';
import { chooseSandbox } from '#judge/sandbox/choose.ts';
import { openRunner, type SuiteRunner } from '#judge/suite/run.ts';
import type { Specimen } from './specimen.ts';

/** Beyond the time of the submission: the suite's own work, on a busy machine. */
const overheadMs = 180_000;
/** Descriptors that libraries keep open from one run to the next. */
const spareDescriptors = 24;

export type Ruling = { verdict: Verdict; points: number; complaint?: string };

/** A warm judge for specimens, one after the other, in a folder of its own. */
export class Court implements AsyncDisposable {
  readonly #root: string;
  readonly #runner: SuiteRunner;
  readonly #base: string;
  readonly #file: string;
  readonly #sandbox = chooseSandbox('auto');
  #descriptors: number | undefined;

  private constructor(root: string, { base, runner }: { base: string; runner: SuiteRunner }) {
    this.#root = root;
    this.#base = base;
    this.#runner = runner;
    this.#file = join(base, 'work', 'submission.ts');
  }

  /** From now on this process's temporary files are in the court's folder. */
  static async open(root: string): Promise<Court> {
    const base = mkdtempSync(join(tmpdir(), 'judge-fuzz-'));
    process.once('exit', () => rmSync(base, { recursive: true, force: true }));
    for (const name of ['work', 'tmp']) mkdirSync(join(base, name));
    process.env['TMPDIR'] = join(base, 'tmp');
    return new Court(root, { base, runner: await openRunner(root) });
  }

  /** Judges it; a complaint is our fault. Rejects never. */
  async judge(specimen: Specimen): Promise<Ruling> {
    writeFileSync(this.#file, specimen.bytes);
    try {
      const report = await within(this.#report(specimen), limitOf(specimen.problem));
      const { verdict, points } = report;
      const complaint = findComplaint(report) ?? this.#findLeft();
      return { verdict, points, ...(complaint !== undefined && { complaint }) };
    } catch (error) {
      const complaint = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { verdict: 'JE', points: 0, complaint };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#runner[Symbol.asyncDispose]();
    rmSync(this.#base, { recursive: true, force: true });
  }

  async #report({ problem, seed }: Specimen): Promise<Report> {
    const startedAt = performance.now();
    const [root, file, sandbox] = [this.#root, this.#file, this.#sandbox];
    const handed = handIn(file, { root });
    const judgement: Judgement =
      handed.kind === 'unreadable'
        ? { kind: 'notJudged', verdict: 'CE', message: handed.message }
        : await judgeSubmission(
            { submission: handed.submission, problem, seed, root, sandbox },
            this.#runner,
          );
    const about = { root, file, problem, seed, startedAt, judgement };
    return buildReport({ ...about, typeErrors: [], sandbox: sandbox.name });
  }

  #findLeft(): string | undefined {
    const files = readdirSync(join(this.#base, 'tmp'));
    if (files.length > 0) return `left behind: ${files.join(', ')}`;
    const changed = readdirSync(join(this.#base, 'work')).filter(
      (name) => name !== 'submission.ts',
    );
    if (changed.length > 0) return `beside the submission: ${changed.join(', ')}`;
    const processes = childrenOf(process.pid);
    if (processes.length > 0) return `still running: ${processes.join('; ')}`;
    return this.#findOpen();
  }

  /** Sockets and files that stay open pile up. */
  #findOpen(): string | undefined {
    if (process.platform !== 'linux') return undefined;
    const count = readdirSync('/proc/self/fd').length;
    this.#descriptors ??= count;
    return count > this.#descriptors + spareDescriptors
      ? `${count} open files and sockets, ${this.#descriptors} after the first run`
      : undefined;
  }
}

function limitOf({ manifest: { limits } }: Problem): number {
  return limits.loadTimeMs + limits.runTimeMs + limits.callTimeMs + overheadMs;
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`a hang: no verdict in ${limitMs} ms`)), limitMs);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function findComplaint(report: Report): string | undefined {
  const { verdict, points, maxPoints, message, subtasks } = reportSchema.parse(
    JSON.parse(JSON.stringify(report)),
  );
  if (verdict === 'JE') return `a judge error: ${message}`;
  if (points < 0 || points > 100 || points > maxPoints) return `${points} of ${maxPoints} points`;
  if ((verdict === 'AC') !== (points === 100)) return `${verdict} with ${points} points`;
  const over = subtasks.find((subtask) => subtask.points > subtask.maxPoints);
  if (over !== undefined) return `${over.points} of ${over.maxPoints} points for ${over.id}`;
  for (const columns of [80, 40]) {
    renderText(report, { columns, hasColor: false });
    renderText(report, { columns, hasColor: false, isPlain: true });
  }
  return undefined;
}

/** Command lines of the processes below one, but for `ps` itself. */
function childrenOf(pid: number): string[] {
  const listed = execFileSync('ps', ['-eww', '-o', 'ppid=,stat=,args='], { encoding: 'utf8' });
  return listed
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent, state = '']) => Number(parent) === pid && !state.startsWith('Z'))
    .map(([, , ...args]) => args.join(' '))
    .filter((args) => !args.startsWith('ps -eww'));
}
