import { relative } from 'node:path';
import { UsageError } from '../errors.ts';
import { explain, type Explanation } from '../explain.ts';
import { History } from '../history/history.ts';
import type { Problem, SubtaskManifest } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { command, paragraph, type TextOptions } from '../reporters/layout.ts';
import { renderWhy } from '../reporters/why.ts';
import { listSessions } from '../session/store.ts';
import type { Ending, Invocation } from './command.ts';
import { chooseSubject, findSubtask } from './hint.ts';
import { withPatience } from './patience.ts';
import { countedRuns } from './runs.ts';
import { attend, sessionOf } from './sitting.ts';
import { chooseFile } from './workspace.ts';

/** Shows a fresh counter-example of a failing subtask. */
export async function why({
  root,
  words,
  screen,
  now,
  options,
  signal,
}: Invocation): Promise<Ending> {
  using history = new History(root);
  const { problem, subtaskId } = chooseSubject(words, { root, verb: 'why', history });
  const { slug } = problem;
  const judged = countedRuns(history, slug).at(-1)?.report;
  const subtask = chooseSubtask(problem, { subtaskId, judged });
  const running = sessionOf(history, slug);
  const { sandbox, seed } = options;
  if (running !== undefined)
    await attend(history, running, { root, now: now(), sandbox, say, signal });
  refuseHiddenSeed(history, { slug, seed });
  const afterwards = `run "npm run judge why ${slug} ${subtask.id}" again`;
  const { path, news } = chooseFile(problem, { root, file: options.file, afterwards });
  if (news !== undefined) say(news);
  const judgedSeed = judged?.seed ?? running?.start.seed;
  const about = { root, problem, subtask: subtask.id, file: path };
  const request = { ...about, seed, judgedSeed, sandbox, signal };
  const explanation = await withPatience('Looking for an example on fresh data', {
    isPlain: options.plain,
    work: () => explain(request),
  });
  if (explanation.kind !== 'found')
    return tellOther(explanation, { problem, subtask: subtask.id, screen });
  history.append('help', slug, {
    subtask: subtask.id,
    help: 'example',
    ...(running !== undefined && { session: running.id }),
  });
  const samplePath = relative(root, problem.paths.sampleSuite);
  process.stdout.write(renderWhy({ slug, subtask, explanation, samplePath }, screen));
  return 'done';
}

/** The subtask that was named, the one to fix first, or the first one where nothing was judged. */
function chooseSubtask(
  problem: Problem,
  { subtaskId, judged }: { subtaskId: string | undefined; judged: Report | undefined },
): SubtaskManifest {
  const { slug, manifest } = problem;
  if (subtaskId === undefined && judged !== undefined && judged.points === judged.maxPoints) {
    const ids = manifest.subtasks.map(({ id }) => id).join(', ');
    throw new UsageError(
      `Your last run of ${slug} scored everything: there is nothing to explain. To ask about a subtask, name it: npm run judge why ${slug} ${manifest.subtasks[0]?.id}\nThere are: ${ids}.`,
    );
  }
  return findSubtask(problem, subtaskId ?? judged?.fixFirst ?? manifest.subtasks[0]?.id ?? '');
}

/** The inputs of a run stay hidden, also from somebody who copies its seed. */
function refuseHiddenSeed(
  history: History,
  { slug, seed }: { slug: string; seed: number | undefined },
): void {
  const seeds = [
    ...history.list('run', slug).map(({ data }) => data.report.seed),
    ...listSessions(history, slug).map(({ start }) => start.seed),
  ];
  if (seed !== undefined && seeds.includes(seed))
    throw new UsageError(
      `Seed ${seed} is that of a run: its inputs are hidden. Leave --seed away for a fresh example.`,
    );
}

function tellOther(
  explanation: Exclude<Explanation, { kind: 'found' }>,
  { problem, subtask, screen }: { problem: Problem; subtask: string; screen: TextOptions },
): Ending {
  const tell = (text: string): void => {
    const next = command('Judge again', { type: `npm run judge ${problem.slug}` }, screen);
    say([...paragraph(text, screen), ...next].join('\n'));
  };
  if (explanation.kind === 'passed') {
    tell(`${subtask} passes on fresh data: there is nothing to show.`);
    return 'done';
  }
  const { message, line } = explanation.fault;
  tell(`Your file does not load${line === undefined ? '' : ` (line ${line})`}: ${message}`);
  return 'notAccepted';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
