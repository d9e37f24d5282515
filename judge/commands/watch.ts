import { relative } from 'node:path';
import { Cancelled, messageOf } from '../errors.ts';
import type { History } from '../history/history.ts';
import type { JudgeRequest } from '../judge.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { readSubmission } from '../problem/submission.ts';
import { renderSolved } from '../reporters/disclosure.ts';
import { paragraph, type TextOptions } from '../reporters/layout.ts';
import { endOfFindings } from '../reporters/pointed.ts';
import { judgingLine, statusLine, watchNews } from '../reporters/watch.ts';
import { WarmJudge } from '../warm.ts';
import { Keys } from '../watch/keys.ts';
import { Saves } from '../watch/saves.ts';
import { StatusLine } from '../watch/statusLine.ts';
import {
  begin,
  step,
  type Effect,
  type KeyCommand,
  type State,
  type Step,
} from '../watch/steps.ts';
import type { Ending, Invocation } from './command.ts';
import { isSolved, judgeInSession, standingNow } from './judge.ts';
import { obey } from './pressed.ts';
import { printReport } from './print.ts';
import { openHistoryIfPossible } from './runs.ts';
import { wordsOrSession } from './sitting.ts';
import { beater, WatchedSession } from './watching.ts';
import { chooseFile, chooseProblem } from './workspace.ts';

/**
 * Judges the candidate's file at once and after every save, until it is told to quit. Runs are kept
 * as those of `judge` are.
 */
export async function watch(invocation: Invocation): Promise<Ending> {
  const { root, options } = invocation;
  using history = options.file === undefined ? openHistoryIfPossible(root) : undefined;
  const words = wordsOrSession(invocation.words, root);
  const problem = chooseProblem(words, { root, verb: 'watch' });
  const { path, news } = chooseFile(problem, { root, file: options.file, afterwards: 'save it' });
  if (news !== undefined) process.stdout.write(`${news}\n\n`);
  readSubmission(path); // a file that is not there is told before anything starts
  await using watching = new Watch(invocation, { problem, path, history });
  await watching.untilQuit();
  return 'done';
}

const tickMs = 1_000;

class Watch implements AsyncDisposable {
  readonly #invocation: Invocation;
  readonly #problem: Problem;
  readonly #path: string;
  readonly #history: History | undefined;
  readonly #warm = new WarmJudge();
  readonly #status = new StatusLine(process.stdout.isTTY);
  readonly #session: WatchedSession;
  readonly #saves: Saves;
  readonly #keys: Keys;
  readonly #ticking: NodeJS.Timeout;
  readonly #quit = Promise.withResolvers<void>();
  #state: State;
  #cancelling = new AbortController();
  #hasVerdict = false;
  #report: Report | undefined;
  #isDisclosed = false;
  #isLeaving = false;

  constructor(
    invocation: Invocation,
    { problem, path, history }: { problem: Problem; path: string; history: History | undefined },
  ) {
    const { root, options, now } = invocation;
    this.#invocation = invocation;
    this.#problem = problem;
    this.#path = path;
    this.#history = history;
    const about = { slug: problem.slug, now, root, sandbox: options.sandbox };
    this.#session = new WatchedSession(history, { ...about, say: this.#say });
    this.#saves = new Saves(path, ({ text }) =>
      this.#take(
        step(this.#state, text === undefined ? { kind: 'gone' } : { kind: 'saved', text }),
      ),
    );
    this.#keys = new Keys((key) => this.#take(step(this.#state, { kind: 'key', key })));
    this.#ticking = setInterval(() => void this.#tick(), tickMs);
    const first = begin(this.#saves.first.text);
    this.#state = first.state;
    this.#take(first);
  }

  /** Resolves when the person wants to leave. */
  untilQuit(): Promise<void> {
    return this.#quit.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#ticking);
    this.#saves[Symbol.dispose]();
    this.#keys[Symbol.dispose]();
    this.#status[Symbol.dispose]();
    this.#cancelling.abort();
    await this.#warm[Symbol.asyncDispose]();
    this.#session[Symbol.dispose]();
  }

  #take({ state, effects }: Step): void {
    if (this.#isLeaving) return;
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    this.#showStatus();
  }

  #perform(effect: Effect): void {
    switch (effect.kind) {
      case 'run':
        return void this.#run();
      case 'cancel':
        return this.#cancelling.abort();
      case 'command':
        return void this.#command(effect.command);
      case 'tell':
        return this.#tell(effect.news);
      case 'quit':
        this.#isLeaving = true;
        return this.#quit.resolve();
    }
  }

  async #run(): Promise<void> {
    this.#cancelling = new AbortController();
    const { signal } = this.#cancelling;
    if (this.#hasVerdict && !this.#screen.isPlain) this.#say('');
    this.#say(judgingLine({ at: new Date(), hasVerdict: this.#hasVerdict }));
    let hasVerdict = false;
    try {
      await this.#session.isQuiet;
      const report = await this.#judge((request) => this.#warm.judge(request, signal));
      await this.#show(report);
      hasVerdict = report.verdict !== 'JE';
      this.#hasVerdict ||= hasVerdict;
    } catch (error) {
      this.#say(
        error instanceof Cancelled ? 'Saved again: that run is dropped.' : messageOf(error),
      );
      if (this.#invocation.options.lines) this.#write(endOfFindings);
    }
    this.#end(hasVerdict);
  }

  #judge(judgeWith: (request: JudgeRequest) => Promise<Report>): Promise<Report> {
    const { root, options } = this.#invocation;
    const { seed, sandbox } = options;
    const { slug } = this.#problem;
    if (this.#history === undefined)
      return judgeWith({ root, slug, file: this.#path, seed, sandbox });
    const about = { invocation: this.#invocation, problem: this.#problem, beater };
    return judgeInSession(this.#history, { ...about, say: this.#say, judgeWith });
  }

  async #show(report: Report): Promise<void> {
    const { now, root } = this.#invocation;
    const { slug } = this.#problem;
    const standing = this.#history && (await standingNow(this.#history, { slug, now }));
    this.#report = report;
    this.#status.clear();
    printReport(report, {
      root,
      format: 'text',
      hasLines: this.#invocation.options.lines,
      at: new Date(),
      shown: { ...this.#screen, standing },
    });
    if (!isSolved(report) || this.#isDisclosed) return;
    this.#isDisclosed = true;
    const { start } = this.#session;
    this.#write(`\n${renderSolved(this.#problem, { ...this.#screen, root, mock: start?.mock })}`);
  }

  async #command(command: KeyCommand): Promise<void> {
    this.#status.clear();
    if (this.#hasVerdict && !this.#screen.isPlain) this.#say(''); // apart from the report above
    try {
      await this.#session.beat({ attends: false });
      await obey(command, {
        invocation: { ...this.#invocation, screen: this.#screen },
        problem: this.#problem,
        path: this.#path,
        clock: this.#session.clock,
        mode: this.#session.start?.mode,
        aside: (work) => this.#leaveTerminal(work),
      });
    } catch (error) {
      this.#say(messageOf(error));
    }
    this.#end(false);
  }

  async #leaveTerminal(work: () => Promise<void>): Promise<void> {
    this.#keys.pause();
    await work().finally(() => this.#keys.resume());
  }

  /** The work is over: what is next, or the next run is made ready. */
  #end(hasVerdict: boolean): void {
    this.#take(step(this.#state, { kind: 'ended', hasVerdict }));
    if (this.#state.work === undefined && !this.#isLeaving) void this.#rest();
  }

  async #rest(): Promise<void> {
    await this.#session.beat({ attends: false });
    this.#showStatus();
    this.#prepare();
  }

  #prepare(): void {
    if (this.#isLeaving || this.#state.work !== undefined) return;
    const { root, options } = this.#invocation;
    const { sandbox, seed = this.#session.start?.seed } = options;
    try {
      const { slug } = this.#problem;
      this.#warm.prepare({ root, slug, file: this.#path, seed, sandbox });
    } catch {
      // The run itself will tell.
    }
  }

  async #tick(): Promise<void> {
    const isAtRest = this.#state.work === undefined;
    if (this.#session.isDue) {
      await this.#session.beat({ attends: isAtRest });
      if (isAtRest) this.#prepare();
    }
    this.#showStatus();
  }

  #tell(news: Parameters<typeof watchNews>[0]): void {
    const { root } = this.#invocation;
    const file = relative(root, this.#path);
    if (news === 'waiting' && process.stdout.isTTY && !this.#screen.isPlain) return; // the status line says so
    this.#say(watchNews(news, { file, hasKeys: process.stdin.isTTY }));
  }

  #showStatus(): void {
    if (this.#isLeaving) return;
    const { work } = this.#state;
    // A command writes where it likes.
    if (this.#screen.isPlain || work?.kind === 'command') return;
    const state = work === undefined ? 'waiting' : 'judging';
    const { clock } = this.#session;
    this.#status.show(statusLine({ state, clock, report: this.#report }, this.#screen));
  }

  readonly #say = (line: string): void => this.#write(paragraph(line, this.#screen).join('\n'));

  #write(text: string): void {
    this.#status.clear();
    process.stdout.write(`${text}\n`);
  }

  get #screen(): TextOptions {
    const { screen } = this.#invocation;
    const isPlain = Boolean(screen.isPlain) || !process.stdout.isTTY;
    return { ...screen, isPlain, columns: process.stdout.columns ?? screen.columns };
  }
}
