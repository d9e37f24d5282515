import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import type { Usage } from './candidate/outcome.ts';
import type { Problem } from './model/problem.ts';
import type { Report, TypeError } from './model/report.ts';
import { printable } from './model/printable.ts';
import type { Verdict } from './model/verdict.ts';
import { hashSuite } from './problem/load.ts';
import { isInside } from './problem/locate.ts';
import type { Score } from './scoring.ts';

/** Errors of ours and of the compiler may quote the submission at any length. */
const maxMessageChars = 2_000;

/** What a run came to, before it is a report. */
export type Judgement =
  | { kind: 'judged'; score: Score; usage: Usage; source: string }
  /** The suite was not reached, or did not hold: a verdict on the whole run. */
  | {
      kind: 'notJudged';
      verdict: Verdict;
      message: string;
      line?: number | undefined;
      column?: number | undefined;
      usage?: Usage;
      source?: string;
    };

/** Puts a judgement into the form that reporters read. */
export function buildReport({
  root,
  file,
  problem,
  seed,
  startedAt,
  judgement,
  typeErrors,
  sandbox,
}: {
  root: string;
  /** Absolute path of the submission. */
  file: string;
  problem: Problem;
  seed: number;
  /** By `performance.now()`. */
  startedAt: number;
  judgement: Judgement;
  typeErrors: TypeError[];
  /** What bounds the submission, and what it leaves open. */
  sandbox: string;
}): Report {
  const { manifest, slug } = problem;
  const isJudged = judgement.kind === 'judged';
  const fixFirst = isJudged ? judgement.score.fixFirst : undefined;
  const { usage, source = '' } = judgement;
  return {
    schema: 'judge-report/1',
    slug,
    title: manifest.title,
    minutes: manifest.minutes,
    file: isInside(file, root) ? relative(root, file) : file,
    verdict: isJudged ? judgement.score.verdict : judgement.verdict,
    points: isJudged ? judgement.score.points : 0,
    maxPoints: 100,
    subtasks: isJudged ? judgement.score.subtasks.map((subtask) => withLine(subtask, source)) : [],
    ...(!isJudged && { message: printable(judgement.message, maxMessageChars) }),
    ...(!isJudged && judgement.line !== undefined && { line: judgement.line }),
    ...(!isJudged && judgement.column !== undefined && { column: judgement.column }),
    typeErrors: typeErrors.map((error) => ({
      ...error,
      message: printable(error.message, maxMessageChars),
    })),
    ...(fixFirst !== undefined && {
      fixFirst,
      requirement: manifest.subtasks.find(({ id }) => id === fixFirst)?.requirement,
    }),
    seed,
    durations: {
      totalMs: Math.round(performance.now() - startedAt),
      ...(usage?.cpuMs !== undefined && { candidateCpuMs: usage.cpuMs }),
    },
    ...(usage?.peakMemoryMb !== undefined && { peakMemoryMb: Math.round(usage.peakMemoryMb) }),
    printedChars: usage?.printedChars ?? 0,
    strayErrors: usage?.strayErrors ?? 0,
    sandbox,
    versions: {
      judge: readVersion('../package.json'),
      node: process.version,
      vitest: readVersion('vitest/package.json'),
    },
    hashes: {
      suite: hashSuite(problem),
      submission: createHash('sha256').update(source).digest('hex'),
    },
  };
}

/** A fault without a line of its own points at the exported function that was asked. */
function withLine<T extends { call?: string | undefined; line?: number | undefined }>(
  subtask: T,
  source: string,
): T {
  if (subtask.line !== undefined || subtask.call === undefined) return subtask;
  const line = lineOfExport(source, subtask.call);
  return line === undefined ? subtask : { ...subtask, line };
}

function lineOfExport(source: string, name: string): number | undefined {
  const declaration = new RegExp(
    `^\\s*(export\\s+)?(async\\s+)?(function\\*?|const|let|var|class)\\s+${name}\\b`,
  );
  const index = source.split('\n').findIndex((line) => declaration.test(line));
  return index < 0 ? undefined : index + 1;
}

function readVersion(specifier: string): string {
  const manifest: unknown = createRequire(import.meta.url)(specifier);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '?';
}
