// TRUSTED SIDE. Runs a suite in a vitest worker thread and reads what its test cases recorded.
// What it cannot explain it calls broken, which ends as a judge error, never as an accept.
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { CliOptions, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';
import { cacheFolder } from '../cache.ts';
import { messageOf } from '../errors.ts';
import type { Measurement } from '../model/measurement.ts';
import type { SuiteContext } from './bridge.ts';
import type { Fault } from './fault.ts';
import { caseRecordSchema, type CaseRecord, type Example, type Probed } from './record.ts';

export type CaseResult =
  | {
      kind: 'passed';
      title: string;
      note?: string | undefined;
      measurements?: Measurement[];
      /** How it took wrong answers, in a probe. */
      probed?: Probed[] | undefined;
    }
  | {
      kind: 'failed';
      title: string;
      fault: Fault;
      measurements?: Measurement[];
      example?: Example | undefined;
    }
  | { kind: 'skipped'; title: string; because: 'control' | 'needs' | 'notAsked' };

export type GroupResult = { id: string; control: CaseResult | undefined; cases: CaseResult[] };

export type SuiteResult = { kind: 'ran'; groups: GroupResult[] } | { kind: 'broken'; why: string };

/** The host bounds every call, so a test case that runs this long is our own bug. */
const suiteLimitMs = 15 * 60_000;

/** Runs the suite file at `path`, resolved from the project at `root`; `signal` as in a `SuiteRunner`. */
export async function runSuite(
  path: string,
  { root, ...options }: { root: string; context: SuiteContext; signal?: AbortSignal },
): Promise<SuiteResult> {
  await using runner = await openRunner(root);
  return await runner.run(path, options);
}

/** A vitest that stays up from one run to the next; runs wait for each other. */
export type SuiteRunner = AsyncDisposable & {
  /** `signal` ends the run where it is; what it then answers means nothing. */
  run(
    path: string,
    options: { context: SuiteContext; signal?: AbortSignal | undefined },
  ): Promise<SuiteResult>;
};

/** Starts vitest for suites below `root`. */
export async function openRunner(root: string): Promise<SuiteRunner> {
  const vitest = await openVitest(root);
  return {
    run: async (path, options) => readModules(await vitest.run({ path, ...options })),
    [Symbol.asyncDispose]: vitest.close,
  };
}

/** The first test case that a submission fails. */
export type Loss = { subtask: string; title: string; fault: Fault };

/** A vitest that stays up and ends a run with the first test case that fails. */
export type LossFinder = AsyncDisposable & {
  /** `none`: every test case passed. */
  find(path: string, context: SuiteContext): Promise<Loss | 'none' | { broken: string }>;
};

/** Starts vitest for suites below `root`. */
export async function openLossFinder(root: string): Promise<LossFinder> {
  const vitest = await openVitest(root, { bail: 1 });
  return {
    async find(path, context) {
      const ended = await vitest.run({ path, context });
      return readLoss(ended.modules[0]) ?? readNoLoss(readModules(ended));
    },
    [Symbol.asyncDispose]: vitest.close,
  };
}

type Task = { path: string; context: SuiteContext; signal?: AbortSignal | undefined };
type Ended = { modules: readonly TestModule[]; unhandled: readonly unknown[] };

async function openVitest(root: string, more: CliOptions = {}) {
  const { createVitest } = await import('vitest/node');
  const silence = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const options: CliOptions = {
    config: false,
    root,
    watch: false,
    pool: 'threads',
    maxWorkers: 1,
    reporters: [{}],
    testTimeout: suiteLimitMs,
    cache: false,
    // Vitest would keep the compiled suites below node_modules, which submissions may read.
    fsModuleCachePath: join(cacheFolder, 'suites'),
    ...more,
  };
  const vitest = await createVitest(
    options,
    { envDir: false },
    { stdout: silence(), stderr: silence() },
  );
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task: Task): Promise<Ended> {
      const ended = last.then(() => runModules(vitest, task));
      last = ended.catch(() => {});
      return ended;
    },
    close: () => vitest.close(),
  };
}

async function runModules(vitest: Vitest, { path, context, signal }: Task): Promise<Ended> {
  if (signal?.aborted) return { modules: [], unhandled: [] };
  const cancel = (): void => void cancelRun(vitest);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await runSpecification(vitest, { path, context });
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** The first call waits for the test case that runs, which may compute for long; the second does not. */
async function cancelRun(vitest: Vitest): Promise<void> {
  // Whether it was in time or not, the run ends and tells.
  await Promise.allSettled([
    vitest.cancelCurrentRun('keyboard-input'),
    vitest.cancelCurrentRun('keyboard-input'),
  ]);
}

async function runSpecification(
  vitest: Vitest,
  { path, context }: Omit<Task, 'signal'>,
): Promise<Ended> {
  const project = vitest.getRootProject();
  project.provide('judge', context);
  const specification = project.createSpecification(path);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    [specification],
    true,
  );
  const unhandled = [...unhandledErrors, ...vitest.state.getUnhandledErrors()];
  // Suites of earlier runs are listed too.
  const modules = testModules.filter(({ moduleId }) => moduleId === specification.moduleId);
  return { modules, unhandled };
}

function readLoss(module: TestModule | undefined): Loss | undefined {
  for (const testCase of module?.children.allTests('failed') ?? []) {
    const { fault } = caseRecordSchema.safeParse(testCase.meta().judge).data ?? {};
    const subtask = testCase.parent.type === 'suite' ? testCase.parent.name : '';
    if (fault !== undefined) return { subtask, title: testCase.name, fault };
  }
  return undefined;
}

function readNoLoss(result: SuiteResult): 'none' | { broken: string } {
  return result.kind === 'ran' ? 'none' : { broken: result.why };
}

function readModules({ modules, unhandled }: Ended): SuiteResult {
  const broken = (why: string): SuiteResult => ({ kind: 'broken', why });
  if (unhandled.length > 0)
    return broken(`an error outside of any test case: ${errorText(unhandled[0])}`);
  const module = modules[0];
  if (module === undefined || modules.length !== 1) return broken('vitest ran no suite');
  const error = module.errors()[0];
  if (error !== undefined) return broken(`the suite does not load: ${errorText(error)}`);
  const groups: GroupResult[] = [];
  for (const child of module.children) {
    if (child.type !== 'suite')
      return broken(`the test case "${child.name}" stands outside of any subtask`);
    const group = readGroup(child);
    if (typeof group === 'string') return broken(group);
    groups.push(group);
  }
  if (groups.length === 0) return broken('the suite has no test cases');
  return { kind: 'ran', groups };
}

function readGroup(suite: TestSuite): GroupResult | string {
  const error = suite.errors()[0];
  if (error !== undefined) return `the subtask "${suite.name}" failed: ${errorText(error)}`;
  const group: GroupResult = { id: suite.name, control: undefined, cases: [] };
  for (const testCase of suite.children.allTests()) {
    const parsed = caseRecordSchema.safeParse(testCase.meta().judge);
    if (!parsed.success) return `the test case "${testCase.fullName}" recorded nothing`;
    const result = readCase(testCase, parsed.data);
    if (typeof result === 'string') return result;
    if (parsed.data.isControl) group.control = result;
    else group.cases.push(result);
  }
  if (group.cases.length === 0) return `the subtask "${suite.name}" has no test cases`;
  return group;
}

function readCase(testCase: TestCase, record: CaseRecord): CaseResult | string {
  const { state, errors } = testCase.result();
  const title = testCase.name;
  const { fault, skipped, calls, note, measurements, probed, example } = record;
  if (state === 'passed' && fault === undefined && skipped === undefined) {
    if (calls === 0)
      return `the test case "${testCase.fullName}" passed without asking the candidate`;
    return { kind: 'passed', title, note, measurements, probed };
  }
  if (state === 'failed' && fault !== undefined && errors?.length === 1)
    return { kind: 'failed', title, fault, measurements, example };
  if (state === 'skipped' && skipped !== undefined)
    return { kind: 'skipped', title, because: skipped };
  return `the test case "${testCase.fullName}" ended as "${state}": ${errorText(errors?.[0])}`;
}

function errorText(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error)
    return String(error.message);
  return messageOf(error);
}
