import { messageOf, UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import { nextRound, type Mock } from '../mock/mock.ts';
import { loadPrompts } from '../problem/behavioural.ts';
import { loadConcept } from '../problem/concepts.ts';
import { renderKey } from '../reporters/drill.ts';
import { paragraph } from '../reporters/layout.ts';
import { renderAnswerHead, renderMockLeft, renderRoundHead } from '../reporters/mock.ts';
import { renderMockReport, renderMocks, renderRoundEnd } from '../reporters/mockReport.ts';
import { renderExample } from '../reporters/story.ts';
import type { Ending, Invocation } from './command.ts';
import { append, enterMock, keepStretch, reload } from './mockBegin.ts';
import { codingUsedMs, endCoding, isCodingBegun, whilePatient } from './mockCoding.ts';
import { playRound, type Played, type RoundIo } from './mockRounds.ts';
import { listMocks } from './preparation.ts';
import { dropStretch, keptOf } from './stretch.ts';
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
  if (word !== undefined) {
    show(word, { mocks: listMocks(history), invocation });
    return 'done';
  }
  const { id } = await enterMock(history, invocation);
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

async function play(id: string, io: RoundIo): Promise<Ending> {
  const { history, invocation, terminal } = io;
  const { screen } = invocation;
  for (;;) {
    const mock = reload(history, id);
    const index = nextRound(mock);
    const round = index === undefined ? undefined : mock.rounds[index];
    if (index === undefined || round === undefined) break;
    const isCoding = isCodingBegun(history, mock);
    const usedMs = usedSoFar(mock, { index, isCoding, io });
    process.stdout.write(renderRoundHead(mock, { index, usedMs, screen }));
    const wish = await askToBegin(terminal, isCoding ? prompts.goOn : prompts.begin);
    if (wish === 'stopped') return left(mock, io);
    try {
      const played = await (wish === 'skip'
        ? skip(mock, { index, io })
        : playRound(round, { index, mock, io }));
      if (played === 'cancelled') continue;
      if (played.kind === 'stopped') return left(mock, io);
      append(history, id, { ...played, kind: 'roundOver', round: index });
      dropStretch(history, id);
      process.stdout.write(renderRoundEnd(reload(history, id), { index, screen }));
    } catch (error) {
      if (error instanceof UsageError && terminal.isAtEnd) return left(mock, io);
      // An empty answer, say: the round is there still, to be tried again or skipped by a person.
      if (!(error instanceof UsageError) || !process.stdin.isTTY) throw error;
      process.stdout.write(`${paragraph(messageOf(error), screen).join('\n')}\n`);
    }
  }
  append(history, id, { kind: 'ended', stamp: invocation.now(), how: 'finished' });
  process.stdout.write(renderMockReport(reload(history, id), screen));
  return 'done';
}

/** In all stretches of a round, the one included that was refused; the clock of code runs on meanwhile. */
function usedSoFar(
  mock: Mock,
  { index, isCoding, io }: { index: number; isCoding: boolean; io: RoundIo },
): number {
  const { history, invocation } = io;
  const codingMs = isCoding ? codingUsedMs(history, { mock, now: invocation.now }) : undefined;
  const keptMs = keptOf(history, { mock: mock.id, round: index });
  return codingMs ?? (mock.rounds[index]?.usedMs ?? 0) + keptMs;
}

/** The end of a round that the person does not want; code that was begun keeps its score. */
async function skip(
  mock: Mock,
  { index, io }: { index: number; io: RoundIo },
): Promise<Played | 'cancelled'> {
  const usedMs = keptOf(io.history, { mock: mock.id, round: index });
  const coding = await whilePatient(io, (patient) => endCoding(mock, patient));
  return coding ?? { kind: 'over', usedMs, result: { kind: 'skipped' } };
}

const prompts = {
  begin: 'Enter begins, s skips, Ctrl-C leaves: ',
  goOn: 'Enter goes on, s ends the round, Ctrl-C leaves: ',
};

/** Without a terminal nobody is there to press a key: the round begins. */
async function askToBegin(
  terminal: Terminal,
  question: string,
): Promise<'begin' | 'skip' | 'stopped'> {
  if (!process.stdin.isTTY) return terminal.isAtEnd ? 'stopped' : 'begin';
  for (;;) {
    const line = await terminal.readLine(question);
    if (line === undefined) return 'stopped';
    const word = line.trim().toLowerCase();
    if (word === '') return 'begin';
    if (word === 's' || word === 'skip') return 'skip';
    process.stdout.write(`"${line.trim()}" is none of these.\n`);
  }
}

function left(mock: Mock, { history, invocation }: RoundIo): Ending {
  keepStretch(history, mock.id);
  process.stdout.write(renderMockLeft(mock, invocation.screen));
  return 'interrupted';
}
