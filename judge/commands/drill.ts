import { UsageError } from '../errors.ts';
import { chooseNext, type Card, type Wish } from '../drill/choose.ts';
import { loadEmbedder } from '../drill/embedder.ts';
import { matchAnswer, type AnswerMatch } from '../drill/match.ts';
import { isTrusted } from '../drill/measure.ts';
import { proposeSpans } from '../drill/propose.ts';
import { dueOf, type Review } from '../drill/schedule.ts';
import { reviewOf } from '../drill/score.ts';
import { History } from '../history/history.ts';
import type { Concept } from '../model/concept.ts';
import { loadConcept, loadConcepts, loadMeasured } from '../problem/concepts.ts';
import { locateConcepts } from '../problem/locate.ts';
import {
  renderChecklist,
  renderKey,
  renderMatch,
  renderNothing,
  renderQuestion,
  renderScores,
} from '../reporters/drill.ts';
import { renderQuestions, type QuestionRow } from '../reporters/questions.ts';
import type { Ending, Invocation } from './command.ts';
import { Draft } from './draft.ts';
import { measureDrills } from './measure.ts';
import { askOpinion, requireEndpoint } from './opinion.ts';
import { readTicks } from './ticks.ts';
import { Terminal, typeInEditor, typeThroughPipe, type Typed } from './typing.ts';

const wishes: Record<string, Wish> = {
  due: { onlyDue: true },
  ml: { part: 'ml' },
  llm: { part: 'llm' },
};

/** Asks one concept question: answer first, then the checklist, then the model answer. */
export async function drill(invocation: Invocation): Promise<Ending> {
  const { root, words, options, screen } = invocation;
  const [word, ...rest] = words;
  if (rest.length > 0)
    throw new UsageError(
      `Too many words: "${rest.join(' ')}". One question: npm run judge drill pca`,
    );
  if (options.measure) return measureDrills(invocation);
  using history = new History(root);
  if (word === 'list') {
    process.stdout.write(renderQuestions(rowsOf(root, history), screen));
    return 'done';
  }
  if (word !== undefined && wishes[word] === undefined)
    return await askQuestion(loadConcept(root, word), { invocation, history, moreDue: 0 });
  const wish = word === undefined ? {} : wishes[word];
  const next = chooseNext(cardsOf(root, history), { ...wish, now: new Date() });
  if (next.kind === 'ask')
    return await askQuestion(next.concept, { invocation, history, moreDue: next.moreDue });
  process.stdout.write(renderNothing(next.due, { onlyDue: wish?.onlyDue ?? false, screen }));
  return 'done';
}

async function askQuestion(
  concept: Concept,
  { invocation, history, moreDue }: { invocation: Invocation; history: History; moreDue: number },
): Promise<Ending> {
  const { root, options, screen } = invocation;
  const ticks = options.ticks === undefined ? undefined : readTicks(options.ticks, concept);
  if (typeof ticks === 'string') throw new UsageError(ticks);
  const endpoint = options.llm ? requireEndpoint() : undefined;
  const draft = new Draft(history, { root, kind: 'drill', id: concept.id });
  using terminal = new Terminal();
  const typed = await readAnswer(concept, { invocation, draft, terminal });
  if (typed.kind === 'stopped') return stopped(concept);
  const { text } = typed;
  if (text === '')
    throw new UsageError(
      'The answer is empty, so nothing is recorded. Type at least one sentence.',
    );
  const measurement = loadMeasured(root)[concept.id];
  const trusted = isTrusted(measurement);
  const match = matchAnswer(concept, text);
  const proposals = await proposalsOf(concept, { root, text, match });
  process.stdout.write(
    renderMatch(concept, { text, match, proposals, measurement, isTrusted: trusted, screen }),
  );
  const llm = endpoint && (await askOpinion(endpoint, { concept, answer: text, screen }));
  process.stdout.write(renderChecklist(concept, screen));
  const ticked = ticks ?? (await askTicks(concept, terminal));
  if (ticked === 'stopped') return stopped(concept);
  const matched = match.points.filter(({ kind }) => kind === 'found').map(({ id }) => id);
  const review = reviewOf(concept, { answer: text, ticked, matched, llm, isTrusted: trusted });
  history.append('review', concept.id, review);
  draft.drop();
  const due = dueOf(reviewsOf(history, concept));
  process.stdout.write(renderKey(concept, screen));
  process.stdout.write(renderScores(review, { concept, isTrusted: trusted, due, moreDue, screen }));
  return 'done';
}

async function readAnswer(
  concept: Concept,
  {
    invocation: { options, screen },
    draft,
    terminal,
  }: { invocation: Invocation; draft: Draft; terminal: Terminal },
): Promise<Typed> {
  const isTerminal = process.stdin.isTTY;
  if (options.fresh) draft.save('');
  const kept = draft.text;
  const way = options.editor ? 'editor' : isTerminal ? 'terminal' : 'pipe';
  process.stdout.write(renderQuestion(concept, { kept, way, screen }));
  if (options.editor) return typeInEditor(draft, concept.prompt);
  if (!isTerminal) return typeThroughPipe(draft);
  if (kept !== '') {
    const reply = await terminal.readLine('Go on with it? [Enter: yes, n: begin anew] ');
    if (reply === undefined) return { kind: 'stopped' };
    if (/^no?$/i.test(reply.trim())) draft.save('');
    // Whoever goes on at once has answered too.
    else if (!/^(y|yes)?$/i.test(reply.trim())) draft.save(`${kept}\n${reply}`);
  }
  return terminal.typeText(draft);
}

/** Asks until the answer makes sense; `undefined` where nobody can be asked. */
async function askTicks(
  concept: Concept,
  terminal: Terminal,
): Promise<string[] | undefined | 'stopped'> {
  if (!process.stdin.isTTY) return undefined;
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

function stopped({ id }: Concept): Ending {
  process.stdout.write(
    `\nNot recorded. What you typed is kept; go on with:\n  npm run judge drill ${id}\n`,
  );
  return 'interrupted';
}

function cardsOf(root: string, history: History): Card[] {
  return loadConcepts(root).map((concept) => ({ concept, reviews: reviewsOf(history, concept) }));
}

function rowsOf(root: string, history: History): QuestionRow[] {
  const measured = loadMeasured(root);
  return loadConcepts(root).map((concept) => {
    const last = history.list('review', concept.id).at(-1)?.data;
    return {
      id: concept.id,
      title: concept.title,
      due: dueOf(reviewsOf(history, concept)),
      self: last?.self?.score,
      matched: isTrusted(measured[concept.id]) ? last?.matched.score : undefined,
    };
  });
}

function reviewsOf(history: History, { id }: Concept): Review[] {
  return history
    .list('review', id)
    .flatMap(({ at, data: { rating } }) =>
      rating === undefined ? [] : [{ at: new Date(at), rating }],
    );
}
