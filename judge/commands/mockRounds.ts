// The rounds of a mock, each played to its end or until the person leaves.
import { elapsed } from '../clock.ts';
import { totalOf } from '../design/clock.ts';
import { UsageError } from '../errors.ts';
import { itemsOf } from '../model/design.ts';
import type { History } from '../history/history.ts';
import type { Mock } from '../mock/mock.ts';
import type { DesignClock } from '../model/designRecord.ts';
import type { Round, RoundResult } from '../model/mock.ts';
import { loadDimensions, loadPrompts } from '../problem/behavioural.ts';
import { loadConcept } from '../problem/concepts.ts';
import { renderStoryRound, renderTold } from '../reporters/mock.ts';
import { renderAnchors } from '../reporters/story.ts';
import { servedBy } from '../star/bank.ts';
import { factsOf } from '../star/facts.ts';
import { emptyText, isEmptyStory, parseStory } from '../star/storyText.ts';
import { askAnchors } from './anchors.ts';
import type { Invocation } from './command.ts';
import { runDesignRoom } from './designRoom.ts';
import { Draft } from './draft.ts';
import { playCoding } from './mockCoding.ts';
import { listStories } from './preparation.ts';
import { askQuestion } from './question.ts';
import { Room } from './room.ts';
import { keptOf, Stretch } from './stretch.ts';
import { typeInEditor, type Terminal } from './typing.ts';

export type RoundIo = { invocation: Invocation; history: History; terminal: Terminal };

export type Played =
  | { kind: 'over'; usedMs: number; result: RoundResult }
  /** The person left; what was typed is kept. */
  | { kind: 'stopped' };

/** Plays a round. Throws a `UsageError` for an answer that cannot be taken; nothing is lost by it. */
export function playRound(
  round: Round,
  { index, mock, io }: { index: number; mock: Mock; io: RoundIo },
): Promise<Played> {
  const context = { round, index, mock, io };
  switch (round.kind) {
    case 'concept':
      return playConcept(context);
    case 'coding':
      return playCoding(round, { index, mock, io });
    case 'design':
      return playDesign(context);
    case 'story':
      return playStory(context);
  }
}

type Context = { round: Round; index: number; mock: Mock; io: RoundIo };

async function playConcept(context: Context): Promise<Played> {
  const { round, io } = context;
  const { root, options, screen } = io.invocation;
  const concept = loadConcept(root, round.id);
  using stretch = attendRound(context);
  const asked = await askQuestion(concept, {
    io: { root, history: io.history, screen, terminal: io.terminal, way: wayOf(options) },
    wish: { onAnswered: () => stretch.stop() },
  });
  if (asked.kind === 'stopped') return asked;
  const { self, matched } = asked.review;
  const mark = ({ score, points }: { score: number; points: readonly string[] }) => ({
    score,
    n: points.length,
    of: concept.points.length,
  });
  return {
    kind: 'over',
    usedMs: stretch.usedMs,
    result: {
      kind: 'concept',
      ...(self !== undefined && { self: mark(self) }),
      matched: mark(matched),
      isTrusted: asked.isTrusted,
    },
  };
}

async function playDesign({ round, index, mock, io }: Context): Promise<Played> {
  const { invocation, history, terminal } = io;
  const { root, options, screen, now } = invocation;
  const before = mock.rounds[index]?.usedMs ?? 0;
  const since = (clock: DesignClock | undefined): number =>
    clock === undefined ? 0 : Math.max(0, totalOf(clock.usedMs) - before);
  const roomId = { root, history, id: round.id, mock: mock.id, now };
  using _stretch = new Stretch(history, {
    mock: mock.id,
    round: index,
    readMs: () => since(Room.left(roomId)?.clock()),
  });
  const ended = await runDesignRoom(
    { root, history, screen, now, terminal, way: wayOf(options), canAsk: true },
    { id: round.id, minutes: round.minutes, mock: mock.id, showsExemplar: false },
  );
  if (ended.kind === 'stopped') return ended;
  const { self, matched, clock } = ended.entry.data;
  const of = itemsOf(ended.design).length;
  const mark = ({ score, items }: { score: number; items: readonly string[] }) => ({
    score,
    n: items.length,
    of,
  });
  return {
    kind: 'over',
    usedMs: since(clock),
    result: {
      kind: 'design',
      ...(self !== undefined && { self: mark(self) }),
      matched: mark(matched),
    },
  };
}

async function playStory(context: Context): Promise<Played> {
  const { round, index, mock, io } = context;
  const { invocation, history, terminal } = io;
  const { root, options, screen } = invocation;
  const prompt = loadPrompts(root).find(({ id }) => id === round.id);
  if (prompt === undefined)
    throw new UsageError(`The prompt "${round.id}" is no longer there. Type skip.`);
  const dimensions = loadDimensions(root);
  const fitting = listStories(history).filter((story) => servedBy(story).includes(prompt.id));
  const draft = new Draft(history, { root, kind: 'mock', id: `${mock.id}-story` });
  using stretch = attendRound(context);
  process.stdout.write(
    renderStoryRound(prompt, { fitting, kept: draft.text, way: wayOf(options), screen }),
  );
  const typed = options.editor
    ? typeInEditor(draft, prompt.prompt)
    : await terminal.typeText(draft, { reopens: true });
  if (typed.kind === 'stopped') return typed;
  stretch.stop();
  const { text, stray } = parseStory(typed.text);
  // Without marks all of it is told as one; facts about parts would mean nothing.
  const facts = factsOf(isEmptyStory(text) ? { ...emptyText, action: stray } : text);
  const usedMs = (mock.rounds[index]?.usedMs ?? 0) + stretch.usedMs;
  process.stdout.write(renderTold(facts, { isParted: !isEmptyStory(text), usedMs, screen }));
  process.stdout.write(renderAnchors(dimensions, screen));
  const scores = await askAnchors(terminal, dimensions);
  if (scores === 'stopped') return { kind: 'stopped' };
  draft.drop();
  return {
    kind: 'over',
    usedMs: stretch.usedMs,
    result: { kind: 'story', text: typed.text, ...(scores !== 'none' && { scores }) },
  };
}

/** Counts the time that the person is there; a round that was refused before goes on in its stretch. */
function attendRound({ round, index, mock, io }: Context): Stretch {
  const { invocation, history, terminal } = io;
  const { now } = invocation;
  const keptMs = keptOf(history, { mock: mock.id, round: index });
  const usedMs = (mock.rounds[index]?.usedMs ?? 0) + keptMs;
  const since = now();
  return new Stretch(history, {
    mock: mock.id,
    round: index,
    readMs: () => keptMs + elapsed(since, now()).ms,
    bell: {
      leftMs: round.minutes * 60_000 - usedMs,
      ring: () => terminal.say(`Time: ${round.minutes} minutes are over. Come to an end.\n`),
    },
  });
}

function wayOf({ editor }: Invocation['options']): 'terminal' | 'editor' {
  return editor ? 'editor' : 'terminal';
}
