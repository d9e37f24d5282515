import { UsageError } from '../errors.ts';
import { History, type Entry } from '../history/history.ts';
import { listSlugs } from '../problem/locate.ts';
import { duration, localMinute } from '../reporters/layout.ts';
import { standingOf } from '../standing.ts';
import type { Ending, Invocation } from './command.ts';
import { printReport } from './print.ts';

/** Prints a stored report again: the last one, the last of a problem, or the one of an id. */
export async function report({ root, words, options, screen }: Invocation): Promise<Ending> {
  const [name, ...rest] = words;
  if (rest.length > 0)
    throw new UsageError(`Too many words: "${rest.join(' ')}". One run, or none for the last.`);
  using history = new History(root);
  const entry = findRun(history, { root, name });
  const { report: stored, session } = entry.data;
  const earlier = history
    .list('run', entry.subject)
    .filter(({ data }) => data.report.verdict !== 'JE')
    .filter(({ at, id }) => at < entry.at || id === entry.id)
    .map(({ data }) => data);
  const place = session === undefined ? '' : `, ${duration(session.usedMs)} into a session`;
  const when = `${localMinute(new Date(entry.at))}${place}`;
  printReport(stored, {
    root,
    format: options.format,
    hasLines: options.lines,
    at: new Date(entry.at),
    shown: { ...screen, standing: standingOf(earlier, undefined), when },
  });
  return 'done';
}

function findRun(
  history: History,
  { root, name }: { root: string; name: string | undefined },
): Entry<'run'> {
  const isSlug = name !== undefined && listSlugs(root).includes(name);
  const runs = history.list('run', isSlug ? name : undefined);
  if (name === undefined || isSlug) {
    const last = runs.at(-1);
    if (last !== undefined) return last;
    throw new UsageError(
      `There is no run${name === undefined ? '' : ` of ${name}`} yet. Make one: npm run judge ${name ?? 'iris'}`,
    );
  }
  const found = runs.filter(({ id }) => id.startsWith(name.toLowerCase()));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(
    only === undefined
      ? `No run begins with "${name}". The runs of a problem and their ids: npm run judge history iris`
      : `${found.length} runs begin with "${name}"; give more of the id.`,
  );
}
