import { UsageError } from '../errors.ts';
import { defaultMinutes, totalOf } from '../design/clock.ts';
import { resultOf } from '../design/result.ts';
import { History } from '../history/history.ts';
import { loadDesign, loadDesigns } from '../problem/designs.ts';
import { renderDesigns, type DesignRow } from '../reporters/designs.ts';
import { renderMarks, renderNotes } from '../reporters/designMarks.ts';
import { renderStopped } from '../reporters/stopped.ts';
import type { Ending, Invocation } from './command.ts';
import { runDesignRoom } from './designRoom.ts';
import { Room } from './room.ts';
import { Terminal } from './typing.ts';

/** A system design with its clock, lists of them, and one that was done again on the screen. */
export async function design(invocation: Invocation): Promise<Ending> {
  const { root, words, options, screen, now } = invocation;
  const [word = 'list', ...rest] = words;
  using history = new History(root);
  if (word === 'show') return show(rest, { invocation, history });
  if (rest.length > 0)
    throw new UsageError(
      `Too many words: "${rest.join(' ')}". One design: npm run judge design rag-qa`,
    );
  if (word === 'list') {
    process.stdout.write(renderDesigns(rowsOf(invocation, history), screen));
    return 'done';
  }
  using terminal = new Terminal();
  const canAsk = process.stdin.isTTY;
  const way = options.editor ? 'editor' : canAsk ? 'terminal' : 'pipe';
  const { kind } = await runDesignRoom(
    { root, history, screen, now, terminal, way, canAsk },
    {
      id: word,
      minutes: defaultMinutes * (options.extraTime ?? 1),
      isFresh: options.fresh,
      ticks: options.ticks,
      blind: options.blind,
    },
  );
  if (kind === 'finished') return 'done';
  const type = `npm run judge design ${word}`;
  process.stdout.write(renderStopped({ type, isTimed: true }, screen));
  return 'interrupted';
}

function show(
  words: readonly string[],
  { invocation, history }: { invocation: Invocation; history: History },
): Ending {
  const { root, screen } = invocation;
  const [id, ...rest] = words;
  if (id === undefined || rest.length > 0)
    throw new UsageError('Say which design, for instance: npm run judge design show rag-qa');
  const found = loadDesign(root, id);
  const record = history.list('design', id).at(-1)?.data;
  if (record === undefined)
    throw new UsageError(
      `You have not finished "${id}" yet. Begin with: npm run judge design ${id}`,
    );
  process.stdout.write(renderNotes(record, screen));
  process.stdout.write(renderMarks(found, { record, result: resultOf(found, record), screen }));
  return 'done';
}

function rowsOf({ root, now }: Invocation, history: History): DesignRow[] {
  return loadDesigns(root).map(({ id, title }) => {
    const last = history.list('design', id).at(-1);
    const open = Room.left({ root, history, id, now });
    return {
      id,
      title,
      openAtMs: open && totalOf(open.usedMs),
      last: last && {
        at: new Date(last.at),
        self: last.data.self?.score,
        matched: last.data.matched.score,
      },
    };
  });
}
