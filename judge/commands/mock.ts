import { randomUUID } from 'node:crypto';
import { messageOf, UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import { chooseRounds, type Choices } from '../mock/choose.ts';
import { nextRound, openMock, type Mock } from '../mock/mock.ts';
import type { MockEvent, MockForm } from '../model/mock.ts';
import { listPromptIds, loadPrompts } from '../problem/behavioural.ts';
import { loadConcept, loadConcepts } from '../problem/concepts.ts';
import { listDesignIds } from '../problem/designs.ts';
import { renderKey } from '../reporters/drill.ts';
import {
  renderAnswerHead,
  renderMockLeft,
  renderMockStart,
  renderRoundHead,
} from '../reporters/mock.ts';
import { renderMockReport, renderMocks, renderRoundEnd } from '../reporters/mockReport.ts';
import { renderExample } from '../reporters/story.ts';
import type { Ending, Invocation } from './command.ts';
import { requireNoOther } from './mockCoding.ts';
import { playRound, type RoundIo } from './mockRounds.ts';
import { codingProblems, listMocks, listStories } from './preparation.ts';
import { countedRuns } from './runs.ts';
import { dropStretch, readStretch } from './stretch.ts';
import { Terminal } from './typing.ts';

/** A mock interview: begins one, or goes on where the open one is. */
export async function mock(invocation: Invocation): Promise<Ending> {
  const { root, words } = invocation;
  const [word, ...rest] = words;
  if (rest.length > 0 || (word !== undefined && !isView(word)))
    throw new UsageError(
      `"mock" takes list, report, answers or no word, not "${words.join(' ')}". Begin one: npm run judge mock -- --short`,
    );
  using history = new History(root);
  const mocks = listMocks(history);
  if (word !== undefined) {
    show(word, { mocks, invocation });
    return 'done';
  }
  const id = goOn(history, { mocks, invocation }) ?? begin(history, invocation);
  using terminal = new Terminal();
  return await play(id, { invocation, history, terminal });
}

type View = 'list' | 'report' | 'answers';

function isView(word: string): word is View {
  return word === 'list' || word === 'report' || word === 'answers';
}

function show(
  view: View,
  { mocks, invocation: { root, screen } }: { mocks: readonly Mock[]; invocation: Invocation },
): void {
  if (view === 'list') return void process.stdout.write(renderMocks(mocks, screen));
  const last = mocks.at(-1);
  if (last === undefined)
    throw new UsageError('There is no mock interview yet. Begin one: npm run judge mock');
  if (view === 'report') return void process.stdout.write(renderMockReport(last, screen));
  // What is still to be asked stays unknown.
  for (const round of last.rounds.filter(({ result }) => result !== undefined)) {
    process.stdout.write(renderAnswerHead(round, screen));
    if (round.kind === 'concept')
      process.stdout.write(renderKey(loadConcept(root, round.id), screen));
    const prompt = loadPrompts(root).find(({ id }) => round.kind === 'story' && id === round.id);
    if (prompt !== undefined) process.stdout.write(renderExample(prompt, screen));
  }
}

/** The open mock, unless the person wants another. */
function goOn(
  history: History,
  {
    mocks,
    invocation: { options, screen, now },
  }: { mocks: readonly Mock[]; invocation: Invocation },
): string | undefined {
  const open = openMock(mocks);
  if (open === undefined) return undefined;
  if (options.fresh) {
    dropStretch(history, open.id);
    append(history, open.id, { kind: 'ended', stamp: now(), how: 'left' });
    return undefined;
  }
  if (options.short && open.start.form === 'full')
    throw new UsageError(
      'A full mock is open. Go on with it: npm run judge mock. Or leave it: npm run judge mock -- --short --fresh',
    );
  keepStretch(history, open.id);
  process.stdout.write(renderMockStart(reload(history, open.id), { isAgain: true, screen }));
  return open.id;
}

function begin(history: History, { root, options, screen, now }: Invocation): string {
  requireNoOther(history);
  const form: MockForm = options.short ? 'short' : 'full';
  const { extraTime = 1 } = options;
  const rounds = chooseRounds(form, {
    choices: choicesOf(history, root),
    random: Math.random,
    extraTime,
  });
  if (rounds.length === 0)
    throw new UsageError(`There is nothing to ask below ${root}. Restore problems/ with git.`);
  const id = randomUUID();
  append(history, id, { kind: 'started', stamp: now(), form, rounds });
  process.stdout.write(renderMockStart(reload(history, id), { isAgain: false, screen }));
  return id;
}

async function play(id: string, io: RoundIo): Promise<Ending> {
  const { history, invocation, terminal } = io;
  const { screen } = invocation;
  for (;;) {
    const mock = reload(history, id);
    const index = nextRound(mock);
    const round = index === undefined ? undefined : mock.rounds[index];
    if (index === undefined || round === undefined) break;
    process.stdout.write(renderRoundHead(mock, { index, screen }));
    const wish = await askToBegin(terminal);
    if (wish === 'stopped') return left(mock, screen);
    if (wish === 'skip') {
      const result = { kind: 'skipped' } as const;
      append(history, id, { kind: 'roundOver', round: index, usedMs: 0, result });
      continue;
    }
    try {
      const played = await playRound(round, { index, mock, io });
      if (played.kind === 'stopped') {
        keepStretch(history, id);
        return left(mock, screen);
      }
      const { usedMs, result } = played;
      append(history, id, { kind: 'roundOver', round: index, usedMs, result });
      dropStretch(history, id);
      process.stdout.write(renderRoundEnd(reload(history, id), { index, screen }));
    } catch (error) {
      keepStretch(history, id);
      if (error instanceof UsageError && terminal.isAtEnd) return left(mock, screen);
      // An empty answer, say: the round is there still, to be tried again or skipped by a person.
      if (!(error instanceof UsageError) || !process.stdin.isTTY) throw error;
      process.stdout.write(`${messageOf(error)}\n`);
    }
  }
  append(history, id, { kind: 'ended', stamp: invocation.now(), how: 'finished' });
  process.stdout.write(renderMockReport(reload(history, id), screen));
  return 'done';
}

/** Without a terminal nobody is there to press a key: the round begins. */
async function askToBegin(terminal: Terminal): Promise<'begin' | 'skip' | 'stopped'> {
  if (!process.stdin.isTTY) return terminal.isAtEnd ? 'stopped' : 'begin';
  for (;;) {
    const line = await terminal.readLine('Enter begins, s skips, Ctrl-C leaves: ');
    if (line === undefined) return 'stopped';
    const word = line.trim().toLowerCase();
    if (word === '') return 'begin';
    if (word === 's' || word === 'skip') return 'skip';
  }
}

/** What was used so far of a round that goes on later. */
function keepStretch(history: History, id: string): void {
  const kept = readStretch(history, id);
  if (kept !== undefined) append(history, id, { kind: 'cutOff', ...kept });
  dropStretch(history, id);
}

function left(mock: Mock, screen: Invocation['screen']): Ending {
  process.stdout.write(renderMockLeft(mock, screen));
  return 'interrupted';
}

function reload(history: History, id: string): Mock {
  const found = listMocks(history).find((mock) => mock.id === id);
  if (found === undefined) throw new UsageError('The mock is no longer in the history.');
  return found;
}

function append(history: History, id: string, event: MockEvent): void {
  history.append('mock', id, event);
}

function choicesOf(history: History, root: string): Choices {
  const concepts = loadConcepts(root).map(({ id, part }) => ({
    id,
    part,
    times: history.list('review', id).length,
  }));
  const stories = listStories(history);
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
      times: stories.flatMap(({ scored }) => scored).filter(({ prompt }) => prompt === id).length,
    })),
  };
}
