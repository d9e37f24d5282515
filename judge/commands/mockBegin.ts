// How a mock begins, and how one that is open is gone on with or left for another.
import { randomUUID } from 'node:crypto';
import { UsageError } from '../errors.ts';
import type { History } from '../history/history.ts';
import { chooseRounds, type Choices } from '../mock/choose.ts';
import { nextRound, openMock, toldIn, type Mock } from '../mock/mock.ts';
import type { MockEvent, MockForm, Round } from '../model/mock.ts';
import { listPromptIds } from '../problem/behavioural.ts';
import { loadConcepts } from '../problem/concepts.ts';
import { listDesignIds } from '../problem/designs.ts';
import { renderMockDropped, renderMockStart, renderNoExtraTime } from '../reporters/mock.ts';
import type { Invocation } from './command.ts';
import { endCoding, requireNoOther } from './mockCoding.ts';
import { codingProblems, listMocks, listStories } from './preparation.ts';
import { countedRuns } from './runs.ts';
import { dropStretch, readStretch } from './stretch.ts';

/** The open mock, or a new one where there is none or the person wants another. */
export async function enterMock(history: History, invocation: Invocation): Promise<Mock> {
  const open = openMock(listMocks(history));
  return open === undefined || invocation.options.fresh
    ? await begin(history, { open, invocation })
    : goOn(history, { open, invocation });
}

/** What was used so far of a round that goes on later. */
export function keepStretch(history: History, id: string): void {
  const kept = readStretch(history, id);
  if (kept !== undefined) append(history, id, { kind: 'cutOff', ...kept });
  dropStretch(history, id);
}

export function reload(history: History, id: string): Mock {
  const found = listMocks(history).find((mock) => mock.id === id);
  if (found === undefined) throw new UsageError('The mock is no longer in the history.');
  return found;
}

export function append(history: History, id: string, event: MockEvent): void {
  history.append('mock', id, event);
}

function goOn(
  history: History,
  { open, invocation: { options, screen } }: { open: Mock; invocation: Invocation },
): Mock {
  if (options.short && open.start.form === 'full')
    throw new UsageError(
      'A full mock is open. Go on with it: npm run judge mock. Or leave it: npm run judge mock -- --short --fresh',
    );
  const { extraTime } = options;
  if (extraTime !== undefined)
    process.stdout.write(
      renderNoExtraTime({ extraTime, isShort: open.start.form === 'short', screen }),
    );
  keepStretch(history, open.id);
  const mock = reload(history, open.id);
  process.stdout.write(renderMockStart(mock, { isAgain: true, screen }));
  return mock;
}

/** All that may be refused comes before the open mock is left. */
async function begin(
  history: History,
  { open, invocation }: { open: Mock | undefined; invocation: Invocation },
): Promise<Mock> {
  const { options, screen, now } = invocation;
  const goOnBy = `npm run judge mock${open === undefined ? '' : ' -- --fresh'}`;
  requireNoOther(history, { mock: open, goOn: goOnBy });
  const form: MockForm = options.short ? 'short' : 'full';
  const rounds = roundsOf(form, { history, invocation });
  if (open !== undefined) await leave(open, { history, invocation });
  const id = randomUUID();
  append(history, id, { kind: 'started', stamp: now(), form, rounds });
  const mock = reload(history, id);
  process.stdout.write(renderMockStart(mock, { isAgain: false, screen }));
  return mock;
}

/** A coding round that runs ends with the mock: nothing is to go on unseen. */
async function leave(
  { id }: Mock,
  { history, invocation }: { history: History; invocation: Invocation },
): Promise<void> {
  keepStretch(history, id);
  const mock = reload(history, id);
  const round = nextRound(mock);
  const coding = await endCoding(mock, { history, invocation });
  if (round !== undefined && coding !== undefined)
    append(history, id, { ...coding, kind: 'roundOver', round });
  append(history, id, { kind: 'ended', stamp: invocation.now(), how: 'left' });
  process.stdout.write(renderMockDropped(invocation.screen));
}

function roundsOf(
  form: MockForm,
  {
    history,
    invocation: { root, options },
  }: { history: History; invocation: Pick<Invocation, 'root' | 'options'> },
): Round[] {
  const { extraTime = 1 } = options;
  const choices = choicesOf(history, root);
  const rounds = chooseRounds(form, { choices, random: Math.random, extraTime });
  if (rounds.length > 0) return rounds;
  throw new UsageError(`There is nothing to ask below ${root}. Restore problems/ with git.`);
}

function choicesOf(history: History, root: string): Choices {
  const concepts = loadConcepts(root).map(({ id, part }) => ({
    id,
    part,
    times: history.list('review', id).length,
  }));
  const told = [
    ...listStories(history).flatMap(({ scored }) => scored),
    ...toldIn(listMocks(history)),
  ];
  return {
    concepts: {
      ml: concepts.filter(({ part }) => part === 'ml'),
      llm: concepts.filter(({ part }) => part === 'llm'),
    },
    problems: codingProblems(root).map(({ slug, minutes }) => ({
      id: slug,
      minutes,
      times: countedRuns(history, slug).length,
    })),
    designs: listDesignIds(root).map((id) => ({ id, times: history.list('design', id).length })),
    prompts: listPromptIds(root).map((id) => ({
      id,
      times: told.filter(({ prompt }) => prompt === id).length,
    })),
  };
}
