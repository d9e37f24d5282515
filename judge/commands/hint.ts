import { UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import type { Problem, SubtaskManifest } from '../model/problem.ts';
import { suggest } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import { renderHint } from '../reporters/hint.ts';
import { currentSession } from '../session/store.ts';
import type { Ending, Invocation } from './command.ts';
import { countedRuns } from './runs.ts';
import { attend, sessionOf } from './sitting.ts';
import { chooseProblem } from './workspace.ts';

/** Tells the next hint of a subtask: the one that was named, or the one to fix first. */
export async function hint({ root, words, screen, now, options }: Invocation): Promise<Ending> {
  using history = new History(root);
  const { problem, subtaskId } = chooseSubject(words, { root, verb: 'hint', history });
  const { slug } = problem;
  const stamp = now();
  const running = sessionOf(history, slug);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (running !== undefined)
    await attend(history, running, { root, now: stamp, sandbox: options.sandbox, say });
  const subtask = chooseSubtask(problem, { subtaskId, history });
  const told = history
    .list('help', slug)
    .filter(({ data }) => data.session === running?.id && data.subtask === subtask.id)
    .filter(({ data }) => data.help !== 'example').length;
  const tier = Math.min(told + 1, subtask.hints.length);
  if (told < subtask.hints.length) {
    history.append('help', slug, {
      subtask: subtask.id,
      help: tier,
      ...(running !== undefined && { session: running.id }),
    });
  }
  process.stdout.write(
    renderHint({ slug, subtask, tier, isAgain: told >= subtask.hints.length }, screen),
  );
  return 'done';
}

/** The problem and the subtask that were named; else the problem of the session, or of the last run. */
export function chooseSubject(
  words: readonly string[],
  { root, verb, history }: { root: string; verb: string; history: History },
): { problem: Problem; subtaskId: string | undefined } {
  const recent = currentSession(history)?.start.slug ?? history.list('run').at(-1)?.subject;
  const [first, second, ...rest] = words;
  // What one is at need not be named: `hint metrics` is enough.
  const isShort = recent !== undefined && rest.length === 0 && second === undefined;
  const isSlug = first !== undefined && listSlugs(root).includes(first);
  if (isShort && !isSlug) {
    const problem = chooseProblem([recent], { root, verb });
    const ids = problem.manifest.subtasks.map(({ id }) => id);
    if (first === undefined || ids.includes(first)) return { problem, subtaskId: first };
    throw new UsageError(
      `"${first}" is no problem and no subtask of ${recent}. ${suggest(first, [...listSlugs(root), ...ids])}`,
    );
  }
  const problem = chooseProblem([...(first === undefined ? [] : [first]), ...rest], { root, verb });
  return { problem, subtaskId: second };
}

/** Throws a `UsageError` for a name that is no subtask, and where there is nothing to fix. */
function chooseSubtask(
  { slug, manifest }: Problem,
  { subtaskId, history }: { subtaskId: string | undefined; history: History },
): SubtaskManifest {
  if (subtaskId !== undefined) return findSubtask({ slug, manifest }, subtaskId);
  const last = countedRuns(history, slug).at(-1)?.report;
  if (last?.points === last?.maxPoints && last !== undefined)
    throw new UsageError(
      `Your last run of ${slug} scored everything: there is nothing to hint at. Again, on other data: npm run judge redo ${slug}`,
    );
  if (last !== undefined && last.subtasks.length === 0)
    throw new UsageError(
      `Your last run of ${slug} did not load: ${last.message ?? ''}\nMend that first; a hint for one subtask: npm run judge hint ${slug} <subtask>`,
    );
  const id = last?.fixFirst ?? manifest.subtasks[0]?.id ?? '';
  return findSubtask({ slug, manifest }, id);
}

/** The subtask of that id; a `UsageError` with the nearest one for any other name. */
export function findSubtask(
  { slug, manifest }: Pick<Problem, 'slug' | 'manifest'>,
  id: string,
): SubtaskManifest {
  const found = manifest.subtasks.find((subtask) => subtask.id === id);
  if (found !== undefined) return found;
  const ids = manifest.subtasks.map((subtask) => subtask.id);
  throw new UsageError(`${slug} has no subtask "${id}". ${suggest(id, ids)}`);
}
