// One concept question from its prompt to its record: by itself or as a round of a mock interview.
import { UsageError } from '../errors.ts';
import { loadEmbedder } from '../drill/embedder.ts';
import { matchAnswer, type AnswerMatch } from '../drill/match.ts';
import { isTrusted } from '../drill/measure.ts';
import { proposeSpans } from '../drill/propose.ts';
import { reviewOf } from '../drill/score.ts';
import type { History } from '../history/history.ts';
import type { Endpoint } from '../llm.ts';
import type { Concept } from '../model/concept.ts';
import type { ReviewData } from '../model/review.ts';
import { loadMeasured } from '../problem/concepts.ts';
import { locateConcepts } from '../problem/locate.ts';
import { renderChecklist, renderMatch, renderQuestion } from '../reporters/drill.ts';
import type { TextOptions } from '../reporters/layout.ts';
import { Draft } from './draft.ts';
import { askOpinion } from './opinion.ts';
import { readTicks } from './ticks.ts';
import { askToGoOn, typeInEditor, typeThroughPipe, type Terminal, type Typed } from './typing.ts';

export type QuestionIo = {
  root: string;
  history: History;
  screen: TextOptions;
  terminal: Terminal;
  /** `pipe`: all that comes is the answer, and nothing can be asked. */
  way: 'terminal' | 'pipe' | 'editor';
};

export type QuestionWish = {
  /** What was said, as it would be typed; asked for where it is absent and somebody can be asked. */
  ticks?: string | undefined;
  /** Leaves what was typed before aside. */
  isFresh?: boolean;
  /** A language model whose opinion is wanted, too. */
  endpoint?: Endpoint | undefined;
  /** The answer is there: a clock may stop. */
  onAnswered?: () => void;
};

export type Asked =
  | { kind: 'recorded'; review: ReviewData; isTrusted: boolean }
  /** The person left; what was typed is kept. */
  | { kind: 'stopped' };

/**
 * Asks, matches, lets the person tick, and keeps the review. Throws a `UsageError` for an empty
 * answer or ticks that make no sense.
 */
export async function askQuestion(
  concept: Concept,
  { io, wish }: { io: QuestionIo; wish: QuestionWish },
): Promise<Asked> {
  const { root, history, screen, terminal } = io;
  const ticks = wish.ticks === undefined ? undefined : readTicks(wish.ticks, concept);
  if (typeof ticks === 'string') throw new UsageError(ticks);
  const draft = new Draft(history, { root, kind: 'drill', id: concept.id });
  if (wish.isFresh) draft.save('');
  const typed = await readAnswer(concept, { io, draft });
  if (typed.kind === 'stopped') return typed;
  const { text } = typed;
  if (text === '')
    throw new UsageError(
      'The answer is empty, so nothing is recorded. Type at least one sentence.',
    );
  wish.onAnswered?.();
  const measurement = loadMeasured(root)[concept.id];
  const trusted = isTrusted(measurement);
  const match = matchAnswer(concept, text);
  const proposals = await proposalsOf(concept, { root, text, match });
  process.stdout.write(
    renderMatch(concept, { text, match, proposals, measurement, isTrusted: trusted, screen }),
  );
  const llm = wish.endpoint && (await askOpinion(wish.endpoint, { concept, answer: text, screen }));
  process.stdout.write(renderChecklist(concept, screen));
  const ticked = ticks ?? (io.way === 'pipe' ? undefined : await askTicks(concept, terminal));
  if (ticked === 'stopped') return { kind: 'stopped' };
  const matched = match.points.filter(({ kind }) => kind === 'found').map(({ id }) => id);
  const review = reviewOf(concept, { answer: text, ticked, matched, llm, isTrusted: trusted });
  history.append('review', concept.id, review);
  draft.drop();
  return { kind: 'recorded', review, isTrusted: trusted };
}

async function readAnswer(
  concept: Concept,
  { io, draft }: { io: QuestionIo; draft: Draft },
): Promise<Typed> {
  const { way, screen, terminal } = io;
  const kept = draft.text;
  process.stdout.write(renderQuestion(concept, { kept, way, screen }));
  if (way === 'editor') return typeInEditor(draft, concept.prompt);
  if (way === 'pipe') return typeThroughPipe(draft);
  if (kept !== '') {
    const goesOn = await askToGoOn(terminal);
    if (goesOn === undefined) return { kind: 'stopped' };
    if (!goesOn) draft.save('');
  }
  return terminal.typeText(draft, { reopens: true });
}

/** Asks until the answer makes sense. */
async function askTicks(concept: Concept, terminal: Terminal): Promise<string[] | 'stopped'> {
  for (;;) {
    const line = await terminal.readLine('Which did you say? Numbers (1 3 4), all or none: ');
    if (line === undefined) return 'stopped';
    const ticks = readTicks(line, concept);
    if (typeof ticks !== 'string') return ticks;
    process.stdout.write(`${ticks}\n`);
  }
}

async function proposalsOf(
  concept: Concept,
  { root, text, match }: { root: string; text: string; match: AnswerMatch },
) {
  const embed = await loadEmbedder(locateConcepts(root).models);
  return embed === undefined ? [] : proposeSpans(concept, { text, match, embed });
}
