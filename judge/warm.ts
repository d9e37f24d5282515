// TRUSTED SIDE. Judges one file again and again, with all that does not depend on its text begun
// before it is saved: the suite is loaded, the candidate process is up with the libraries that the
// text imported last. Every run still has processes, services and a worker thread of its own, so
// that nothing of one submission is there when the next is judged.
import { arm, judgeArmed, refuse, type Armed, type ArmRequest } from './arm.ts';
import { Cancelled } from './errors.ts';
import type { JudgeRequest } from './judge.ts';
import type { Report } from './model/report.ts';
import { hashSuite, loadProblem } from './problem/load.ts';
import { handIn } from './problem/submission.ts';
import { openRunner, type SuiteRunner } from './suite/run.ts';
import { packagesOf } from './problem/imports.ts';

type Ready = { armed: Armed; request: ArmRequest; hash: string };
/** A vitest, and the hash of the suite that it may have compiled. */
type Vitest = { runner: SuiteRunner; hash: string };

export class WarmJudge implements AsyncDisposable {
  #vitest: Vitest | undefined;
  #ready: Ready | undefined;
  /** What the text that was judged last imports. */
  #packages: readonly string[] = [];

  /** Begins the next run, which is to be one of this request. */
  prepare(request: ArmRequest): void {
    const ready = this.#ready;
    if (ready !== undefined && isSame(ready.request, request)) return;
    void ready?.armed.end(new Cancelled());
    const hash = hashOf(request);
    const ahead = { packages: this.#packages };
    const armed = arm(request, { runner: this.#runnerOf(hash, request), ahead });
    this.#ready = { armed, request, hash };
  }

  /** As `judge`, with what was prepared if that fits. `signal` ends the run: its reason is thrown. */
  async judge({ source, ...request }: JudgeRequest, signal?: AbortSignal): Promise<Report> {
    const startedAt = performance.now();
    const handed = handIn(request.file, { root: request.root, source });
    if (handed.kind === 'unreadable') return refuse(request, handed.message);
    const text = handed.submission.source;
    this.#packages = packagesOf(text);
    const report = await judgeArmed(await this.#take(request, text), { text, startedAt, signal });
    if (report.verdict !== 'JE') return report;
    // Something that was begun ahead may have died meanwhile: what counts is a run that begins now.
    await this.#close();
    return judgeArmed(arm(request), { text, startedAt, signal });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }

  async #take(request: ArmRequest, text: string): Promise<Armed> {
    const ready = this.#ready;
    this.#ready = undefined;
    const hash = hashOf(request);
    if (ready?.hash === hash && fits(ready, { request, text })) return ready.armed;
    await ready?.armed.end(new Cancelled());
    return arm(request, { runner: this.#runnerOf(hash, request) });
  }

  /** A vitest that has compiled no other suite: it keeps what it has compiled. */
  #runnerOf(hash: string, { root }: ArmRequest): SuiteRunner {
    if (this.#vitest?.hash !== hash) {
      const closed = this.#vitest?.runner[Symbol.asyncDispose]();
      this.#vitest = { runner: startRunner(root, closed), hash };
    }
    return this.#vitest.runner;
  }

  async #close(): Promise<void> {
    const vitest = this.#vitest;
    await this.#ready?.armed.end(new Cancelled());
    this.#ready = undefined;
    this.#vitest = undefined;
    await vitest?.runner[Symbol.asyncDispose]();
  }
}

/** Nothing may be there that a run which begins now would not have. */
function fits(
  { armed, request: prepared }: Ready,
  { request, text }: { request: ArmRequest; text: string },
): boolean {
  const imported = packagesOf(text);
  return isSame(prepared, request) && armed.packages.every((name) => imported.includes(name));
}

/** Of all that the verdict depends on beside the submission. */
function hashOf({ root, slug }: ArmRequest): string {
  return hashSuite(loadProblem(root, slug));
}

/** Without a seed any is as good as another. */
function isSame(one: ArmRequest, other: ArmRequest): boolean {
  const { root, slug, file, seed, sandbox } = one;
  const isSameFile = root === other.root && slug === other.slug && file === other.file;
  return isSameFile && seed === other.seed && sandbox === other.sandbox;
}

/** Vitest boots while the candidate process does, once the one before it is closed. */
function startRunner(root: string, closed: PromiseLike<void> | undefined): SuiteRunner {
  const opening = Promise.resolve(closed).then(() => openRunner(root));
  opening.catch(() => {}); // the run that needs it hears of it
  return {
    run: async (path, options) => (await opening).run(path, options),
    async [Symbol.asyncDispose]() {
      await opening.then((runner) => runner[Symbol.asyncDispose]()).catch(() => {});
    },
  };
}
