// The hostile corpus: its cases as their headers describe them, and one run of a case.
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import { z } from 'zod';
import { reportSchema, type Report } from '#judge/model/report.ts';
import { verdicts } from '#judge/model/verdict.ts';
import { listSlugs } from '#judge/problem/locate.ts';
import { cliPath, root, testTree } from './cli.ts';
import { changesBetween, contentsOf, processesOf } from './leftovers.ts';

const corpus = join(root, 'tests/hostile');

/** The judge's own limits end every run of the corpus well before. */
const runLimitMs = 100_000;

const pattern = z
  .string()
  .regex(/^\/.+\/$/, 'must be a regular expression between slashes')
  .transform((text) => new RegExp(text.slice(1, -1), 'i'));

/** The header of a submission: `// Name: value` lines before its code. */
const headerSchema = z.strictObject({
  /** Number and name on the design's page, or `own` and a name. */
  Case: z.string().regex(/^(\d+|own) [\w-]+$/),
  /** The verdicts that are right, any of them. */
  Expect: z.string().transform((text) => z.array(z.enum(verdicts)).parse(text.split(', '))),
  'At most': z.coerce.number(),
  Problem: z.string().default('double'),
  Sandbox: z.enum(['auto', 'node']).default('auto'),
  Seed: z.coerce.number().default(7),
  /** What the report must say, and what it must never say. */
  Says: pattern.optional(),
  Hides: pattern.optional(),
  /** What is known to be wrong: until it is mended the case must fail, and then this line must go. */
  Defect: z.string().optional(),
  /** `project`: judged where it lies, inside the project, where the compiler advises. */
  Place: z.enum(['copy', 'project']).default('copy'),
  /** `reference`: the problem's reference lies beside it as `honest.ts`, to be changed in one thing. */
  Beside: z.enum(['nothing', 'reference']).default('nothing'),
});

export type Header = z.infer<typeof headerSchema>;

/** A hostile submission, or several judged one after the other from the same folder. */
export type HostileCase = {
  group: string;
  name: string;
  /** Absolute paths of the submissions, in the order of their runs. */
  submissions: string[];
  /** Absolute paths of what lies beside them. */
  company: string[];
};

/** Every case of the corpus by its group, which is a folder of it. */
export function readCorpus(): Map<string, HostileCase[]> {
  const entries = readdirSync(corpus, { withFileTypes: true });
  const groups = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return new Map(groups.sort().map((group) => [group, casesOf(group)]));
}

/** What cases share, such as the protocol spoken by hand, lies beside the groups. */
const shared = globSync(join(corpus, '*.ts'));

/** A file with an `Expect` header is a case; so is a folder of files, some of them with headers. */
function casesOf(group: string): HostileCase[] {
  const folder = join(corpus, group);
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    name: basename(entry.name, '.ts'),
    path: join(folder, entry.name),
    isFolder: entry.isDirectory(),
  }));
  return entries.flatMap(({ name, path, isFolder }): HostileCase[] => {
    const files = isFolder
      ? readdirSync(path)
          .sort()
          .map((file) => join(path, file))
      : [path];
    const submissions = files.filter(isSubmission);
    const company = [...shared, ...files.filter((file) => !submissions.includes(file))];
    return submissions.length === 0 ? [] : [{ group, name, submissions, company }];
  });
}

function isSubmission(path: string): boolean {
  return /^\/\/ Expect: /m.test(readFileSync(path, 'utf8'));
}

/** Reads the header of a submission; throws where it is wrong. */
export function readHeader(path: string): Header {
  const lines = readFileSync(path, 'utf8').matchAll(/^\/\/ ([A-Z][a-z ]{1,9}): (.*)$/gm);
  const fields = [...lines].map(([, name = '', value = '']) => [name, value]);
  return headerSchema.parse(Object.fromEntries(fields));
}

/** One run of the real command line, in folders of its own, and what it left. */
export type Ended = {
  header: Header;
  exitCode: number | undefined;
  hasEnded: boolean;
  stdout: string;
  stderr: string;
  signal: string | undefined;
  report: Report | undefined;
  /** Command lines of processes, and paths of files, that are there after the run and were not before. */
  left: string[];
};

/** Judges the submissions of a case in turn. */
export async function runCase(hostileCase: HostileCase): Promise<Ended[]> {
  const base = mkdtempSync(join(tmpdir(), 'judge-hostile-'));
  try {
    const runs: Ended[] = [];
    for (const { path, header } of place(hostileCase, join(base, 'work')))
      runs.push(await runFile(path, { header, base }));
    return runs;
  } finally {
    rmSync(base, { recursive: true });
  }
}

/** Judges the problem's reference solution as anyone would. */
export function runHonest(slug: string): Promise<Ended> {
  return runMade(() => referenceOf(slug), { Expect: 'AC', Problem: slug });
}

/** Judges the file that `make` puts into an empty folder: what no file of the corpus can be. */
export async function runMade(
  make: (folder: string) => string,
  fields: Partial<Record<keyof Header, string>>,
): Promise<Ended> {
  const base = mkdtempSync(join(tmpdir(), 'judge-hostile-'));
  try {
    const folder = join(base, 'work');
    mkdirSync(folder);
    const header = headerSchema.parse({ Case: 'own made', 'At most': 100, ...fields });
    return await runFile(make(folder), { header, base });
  } finally {
    rmSync(base, { recursive: true });
  }
}

/** Judges one file by its path; `base` holds all that the run may write to. */
export async function runFile(
  path: string,
  { header, base }: { header: Header; base: string },
): Promise<Ended> {
  const temporary = join(base, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const before = contentsOf(base);
  const { Problem, Seed, Sandbox } = header;
  const args = [cliPath, Problem, '--file', path, '--root', treeOf(Problem), '--format', 'json'];
  const ended = await execa(
    process.execPath,
    [...args, '--seed', String(Seed), '--sandbox', Sandbox],
    {
      reject: false,
      cwd: base,
      timeout: runLimitMs,
      forceKillAfterDelay: 1_000,
      env: { TMPDIR: temporary, JUDGE_HOME: join(base, 'home') },
    },
  );
  const { exitCode, stdout, stderr } = ended;
  const parsed = reportSchema.safeParse(parseJson(stdout));
  const isInCopy = path.startsWith(base);
  return {
    header,
    exitCode,
    hasEnded: !ended.timedOut,
    stdout,
    signal: ended.signal,
    stderr,
    report: parsed.data,
    left: [
      ...(await processesOf(base)),
      ...(isInCopy ? [] : await processesOf(path)),
      ...changesBetween(before, contentsOf(base, ['home'])),
    ],
  };
}

/** Puts a case where it is to be judged: its files, its company, and the reference if it wants that. */
function place(
  { submissions, company }: HostileCase,
  folder: string,
): { path: string; header: Header }[] {
  const headers = submissions.map(readHeader);
  if (headers.some(({ Place }) => Place === 'project'))
    return submissions.map((path) => ({ path, header: readHeader(path) }));
  mkdirSync(folder, { recursive: true });
  for (const path of [...submissions, ...company])
    cpSync(path, join(folder, basename(path)), { recursive: true });
  for (const { Beside, Problem } of headers) {
    if (Beside === 'reference') copyFileSync(referenceOf(Problem), join(folder, 'honest.ts'));
  }
  return submissions.map((path) => ({
    path: join(folder, basename(path)),
    header: readHeader(path),
  }));
}

function referenceOf(slug: string): string {
  return join(treeOf(slug), 'solutions', slug, 'accepted/reference.ts');
}

/** The problems made for tests, or the real ones. */
function treeOf(slug: string): string {
  return listSlugs(testTree).includes(slug) ? testTree : root;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
