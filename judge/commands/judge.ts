import type { History } from '../history/history.ts';
import { judge, type JudgeRequest } from '../judge.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Session, Stamp } from '../model/session.ts';
import { readClock } from '../clock.ts';
import type { Standing } from '../standing.ts';
import { renderSolved } from '../reporters/disclosure.ts';
import { readText } from './bell.ts';
import type { Ending, Invocation } from './command.ts';
import type { Options } from './options.ts';
import { withPatience } from './patience.ts';
import { printReport } from './print.ts';
import { currentStanding, ifPossible, keepRun, openHistoryIfPossible } from './runs.ts';
import { attend, resumeAtWork, sessionOf } from './sitting.ts';
import { chooseFile, chooseProblem } from './workspace.ts';

/**
 * Judges the candidate's file with the hidden suite and prints the report. A run of the workspace
 * file is kept in the history; one of another file (`--file`) is not.
 */
export async function judgeCommand(invocation: Invocation): Promise<Ending> {
  const { root, words, options, screen, now, signal } = invocation;
  const { file, seed, format, lines: hasLines, sandbox } = options;
  const problem = chooseProblem(words, { root, verb: 'judge' });
  const { slug } = problem;
  const afterwards = `run "npm run judge ${slug}" again`;
  const chosen = chooseFile(problem, { root, file, afterwards });
  // Nothing but the report may stand on stdout where a program reads it.
  const say = (line: string): void => {
    (format === 'text' ? process.stdout : process.stderr).write(`${line}\n`);
  };
  if (chosen.news !== undefined) say(`${chosen.news}\n`);
  using history = file === undefined ? openHistoryIfPossible(root) : undefined;
  const report =
    history === undefined
      ? await withPatience(judgingOf(problem), {
          isPlain: options.plain,
          work: () => judge({ root, slug, file: chosen.path, seed, sandbox }, signal),
        })
      : await judgeInSession(history, { invocation, problem, say });
  const standing = history && (await standingNow(history, { slug, now }));
  printReport(report, { root, format, hasLines, at: new Date(), shown: { ...screen, standing } });
  if (format === 'text' && isSolved(report)) {
    const session = history && (await ifPossible(() => sessionOf(history, slug)));
    say(`\n${renderSolved(problem, { ...screen, root, mock: session?.start.mock })}`);
  }
  return endingOf(report);
}

function endingOf(report: Report): Ending {
  if (report.verdict === 'JE') return 'judgeError';
  return isSolved(report) ? 'accepted' : 'notAccepted';
}

/** Where the last run stands now, as far as the history tells. */
export function standingNow(
  history: History,
  { slug, now }: { slug: string; now: () => Stamp },
): Promise<Standing | undefined> {
  return ifPossible(() => {
    const session = sessionOf(history, slug);
    return currentStanding(history, { slug, session, now: now() });
  });
}

export function isSolved({ verdict, points, maxPoints }: Report): boolean {
  return verdict === 'AC' && points === maxPoints;
}

/** Judges the workspace file, on the session's hidden data if there is one, and keeps the run. */
export async function judgeAndKeep(
  history: History,
  {
    root,
    problem,
    session,
    now,
    options,
    signal,
    judgeWith = (request) =>
      withPatience(judgingOf(problem), {
        isPlain: options.plain,
        work: () => judge(request, signal),
      }),
  }: {
    root: string;
    problem: Problem;
    session: Session | undefined;
    now: Stamp;
    options: Pick<Options, 'seed' | 'sandbox' | 'plain'>;
    signal?: AbortSignal | undefined;
    judgeWith?: ((request: JudgeRequest) => Promise<Report>) | undefined;
  },
): Promise<Report> {
  const { slug, paths } = problem;
  const { seed = session?.start.seed, sandbox } = options;
  const source = readText(paths.workspace);
  const report = await judgeWith({ root, slug, file: paths.workspace, source, seed, sandbox });
  const moment = session && {
    id: session.id,
    usedMs: readClock(session, now).usedMs,
    moment: 'run' as const,
  };
  keepRun(history, { report, source: source ?? '', ...(moment && { session: moment }) });
  return report;
}

/** What takes so long, in words. */
function judgingOf({ slug, manifest: { services } }: Problem): string {
  return services.includes('chroma') ? `Judging ${slug}, with a Chroma server` : `Judging ${slug}`;
}

/** What a run does within the session of its problem, if one is running. */
export async function judgeInSession(
  history: History,
  {
    invocation,
    problem,
    say,
    beater,
    judgeWith,
  }: {
    invocation: Pick<Invocation, 'root' | 'options' | 'now' | 'signal'>;
    problem: Problem;
    say: (line: string) => void;
    /** Set by a command that stays. */
    beater?: string;
    judgeWith?: (request: JudgeRequest) => Promise<Report>;
  },
): Promise<Report> {
  const { root, options, signal } = invocation;
  const now = invocation.now();
  const context = {
    root,
    now,
    sandbox: options.sandbox,
    say,
    signal,
    ...(beater !== undefined && { beater }),
  };
  const rung = await ifPossible(async () => {
    const running = sessionOf(history, problem.slug);
    if (running === undefined) return undefined;
    const attended = await attend(history, running, context);
    return { ...attended, session: resumeAtWork(history, attended.session, context) };
  });
  const session = rung?.session;
  const judged = options.seed === undefined ? rung?.judged : undefined;
  // The bell's text is the text of now: it was judged a moment ago.
  if (judged !== undefined && judged.source === readText(problem.paths.workspace))
    return judged.report;
  return judgeAndKeep(history, { root, problem, session, now, options, signal, judgeWith });
}
