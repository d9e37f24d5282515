import { UsageError } from '../errors.ts';
import { chooseNext, type Card, type Wish } from '../drill/choose.ts';
import { isTrusted } from '../drill/measure.ts';
import { dueOf, type Horizon } from '../drill/schedule.ts';
import { History } from '../history/history.ts';
import type { Concept } from '../model/concept.ts';
import { dayAt } from '../plan/day.ts';
import { loadConcept, loadConcepts, loadMeasured } from '../problem/concepts.ts';
import { renderKey, renderNothing, renderScores } from '../reporters/drill.ts';
import { renderQuestions, type QuestionRow } from '../reporters/questions.ts';
import { renderStopped } from '../reporters/stopped.ts';
import type { Ending, Invocation } from './command.ts';
import { measureDrills } from './measure.ts';
import { requireEndpoint } from './opinion.ts';
import { horizonOf, reviewsOf } from './preparation.ts';
import { askQuestion } from './question.ts';
import { Terminal } from './typing.ts';

const wishes: Record<string, Wish> = {
  due: { onlyDue: true },
  ml: { part: 'ml' },
  llm: { part: 'llm' },
};

type Context = { invocation: Invocation; history: History; horizon: Horizon };

/** Asks one concept question: answer first, then the checklist, then the model answer. */
export async function drill(invocation: Invocation): Promise<Ending> {
  const { root, words, options, screen, now } = invocation;
  const [word, ...rest] = words;
  if (rest.length > 0)
    throw new UsageError(
      `Too many words: "${rest.join(' ')}". One question: npm run judge drill pca`,
    );
  if (options.measure) return measureDrills(invocation);
  using history = new History(root);
  const context = { invocation, history, horizon: horizonOf(history, dayAt(now().wallMs)) };
  if (word === 'list') {
    process.stdout.write(renderQuestions(rowsOf(context), screen));
    return 'done';
  }
  if (word !== undefined && wishes[word] === undefined)
    return await ask(loadConcept(root, word), { ...context, moreDue: 0 });
  const wish = word === undefined ? {} : wishes[word];
  const next = chooseNext(cardsOf(context), { ...wish, ...context.horizon, now: new Date() });
  if (next.kind === 'ask') return await ask(next.concept, { ...context, moreDue: next.moreDue });
  process.stdout.write(renderNothing(next.due, { onlyDue: wish?.onlyDue ?? false, screen }));
  return 'done';
}

async function ask(
  concept: Concept,
  { invocation, history, horizon, moreDue }: Context & { moreDue: number },
): Promise<Ending> {
  const { root, options, screen } = invocation;
  const endpoint = options.llm ? requireEndpoint() : undefined;
  using terminal = new Terminal();
  const way = options.editor ? 'editor' : process.stdin.isTTY ? 'terminal' : 'pipe';
  const asked = await askQuestion(concept, {
    io: { root, history, screen, terminal, way },
    wish: { ticks: options.ticks, isFresh: options.fresh, endpoint },
  });
  if (asked.kind === 'stopped') {
    process.stdout.write(renderStopped({ type: `npm run judge drill ${concept.id}` }, screen));
    return 'interrupted';
  }
  const due = dueOf(reviewsOf(history, concept.id), horizon);
  process.stdout.write(renderKey(concept, screen));
  process.stdout.write(
    renderScores(asked.review, { concept, isTrusted: asked.isTrusted, due, moreDue, screen }),
  );
  return 'done';
}

function cardsOf({ invocation: { root }, history }: Context): Card[] {
  return loadConcepts(root).map((concept) => ({
    concept,
    reviews: reviewsOf(history, concept.id),
  }));
}

function rowsOf({ invocation: { root }, history, horizon }: Context): QuestionRow[] {
  const measured = loadMeasured(root);
  return loadConcepts(root).map((concept) => {
    const last = history.list('review', concept.id).at(-1)?.data;
    return {
      id: concept.id,
      title: concept.title,
      due: dueOf(reviewsOf(history, concept.id), horizon),
      self: last?.self?.score,
      matched: isTrusted(measured[concept.id]) ? last?.matched.score : undefined,
    };
  });
}
