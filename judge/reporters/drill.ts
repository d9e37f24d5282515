// A drill as a person reads it: the question, what was found in the answer, the checklist, the key.
import type { AnswerMatch, PointMatch, Span } from '../drill/match.ts';
import type { Opinion } from '../drill/opinion.ts';
import type { Proposal } from '../drill/propose.ts';
import type { Concept, Measurement } from '../model/concept.ts';
import type { ReviewData } from '../model/review.ts';
import { visible } from '../model/printable.ts';
import { command, labelled, painter, paragraph, rule, type TextOptions } from './layout.ts';

const partNames = { ml: 'Core ML', llm: 'LLM and GenAI' } as const;

/** The question, what was typed before, and how to answer. */
export function renderQuestion(
  { part, number, title, prompt }: Concept,
  { kept, way, screen }: { kept: string; way: 'terminal' | 'pipe' | 'editor'; screen: TextOptions },
): string {
  const how = {
    terminal:
      'Answer as you would in the interview. An empty line hands it in; Ctrl-C stops and keeps it.',
    pipe: 'Reading the answer from the pipe.',
    editor: 'Write the answer in your editor, save, and close it.',
  }[way];
  return text([
    `${partNames[part]} ${number}    ${title}`,
    ...rule(screen),
    ...bold(paragraph(prompt, screen), screen),
    ...(kept === '' ? [] : ['', `Kept from before (${countWords(kept)}):`, kept]),
    '',
    ...paragraph(how, screen),
  ]);
}

/** What the matcher found, each with the words that it goes by. */
export function renderMatch(
  concept: Concept,
  {
    text: answer,
    match,
    proposals,
    measurement,
    isTrusted,
    screen,
  }: {
    text: string;
    match: AnswerMatch;
    proposals: readonly Proposal[];
    measurement: Measurement | undefined;
    isTrusted: boolean;
    screen: TextOptions;
  },
): string {
  const numberOf = (id: string): number => concept.points.findIndex((point) => point.id === id) + 1;
  const say = (label: string, { id, span }: { id: string; span: Span }): string[] =>
    labelled(label, `${numberOf(id)}. ${quote(answer, span)}`, screen);
  const of = (kind: PointMatch['kind'], label: string): string[] =>
    match.points.flatMap((point) =>
      point.kind === kind && point.kind !== 'missing' ? say(label, point) : [],
    );
  const found = match.points.filter(({ kind }) => kind === 'found').length;
  return text([
    '',
    ...paragraph(
      `Found in your answer: ${found} of ${concept.points.length} points. ${trust(measurement, isTrusted)}`,
      screen,
    ),
    ...of('found', isTrusted ? 'Found' : 'Suggested'),
    ...of('denied', 'Opposite?'),
    ...of('listed', 'Only listed'),
    ...proposals.flatMap((proposal) => say('Perhaps', proposal)),
    ...match.stuffed.flatMap((span) =>
      labelled(
        'Not counted',
        `${quote(answer, span)} reads as a list of keywords. Say what each is or does.`,
        screen,
      ),
    ),
  ]);
}

/** What a language model grants, each with the words that it quotes. */
export function renderOpinion(
  { points }: Concept,
  {
    text: answer,
    model,
    opinion: { granted, unquoted },
    screen,
  }: { text: string; model: string; opinion: Opinion; screen: TextOptions },
): string {
  const numberOf = (id: string): number => points.findIndex((point) => point.id === id) + 1;
  const refused = unquoted.map(numberOf).join(', ');
  return text([
    '',
    ...paragraph(
      `${visible(model)} grants ${granted.length} of ${points.length} points. It may be wrong; your ticks decide.`,
      screen,
    ),
    ...granted.flatMap(({ id, span }) =>
      labelled('Granted', `${numberOf(id)}. ${quote(answer, span)}`, screen),
    ),
    ...(refused === ''
      ? []
      : labelled('Not granted', `${refused}: what it quotes is not in your answer`, screen)),
  ]);
}

function trust(measurement: Measurement | undefined, isTrusted: boolean): string {
  if (measurement === undefined) return 'The matcher was never measured here, so it only suggests.';
  const { precision, recall, kappa } = measurement;
  if (!isTrusted)
    return `For this question the matcher only suggests: it agrees too little with labelled answers (kappa ${kappa.toFixed(2)}).`;
  const percent = (share: number): string => `${Math.round(100 * share)}%`;
  return `On labelled answers ${percent(precision)} of what it finds is right, and it finds ${percent(recall)} of what is there.`;
}

/** The points to tick, with what counts and what does not. */
export function renderChecklist({ points }: Concept, screen: TextOptions): string {
  return text([
    '',
    ...paragraph(
      `Checklist: tick what you said, not what you meant.${screen.isPlain ? '' : ' * is critical.'}`,
      screen,
    ),
    ...points.flatMap(({ text: says, counts, nearMiss, critical }, index) => [
      ...labelled(tickLabel(index + 1, { critical, screen }), says, screen),
      ...labelled('   counts', counts, screen),
      ...labelled('   does not', nearMiss, screen),
    ]),
    '',
  ]);
}

function tickLabel(
  number: number,
  { critical, screen }: { critical: boolean; screen: TextOptions },
): string {
  if (screen.isPlain) return critical ? `${number}, critical` : `${number}`;
  return `${String(number).padStart(2)}${critical ? ' *' : ''}`;
}

/** The model answer and what belongs to it. */
export function renderKey(concept: Concept, screen: TextOptions): string {
  const { answer, misconceptions, followUps, guide, sources } = concept;
  return text([
    '',
    ...labelled('Answer', answer.explanation, screen),
    ...labelled('Formula', answer.formula, screen),
    ...labelled('Example', answer.example, screen),
    ...labelled('Caveat', answer.caveat, screen),
    '',
    ...misconceptions.flatMap(({ claim, truth }) => [
      ...labelled('Often said', claim, screen),
      ...labelled('Rather', truth, screen),
    ]),
    '',
    ...followUps.flatMap(({ question, answer: reply }) => [
      ...labelled('Follow-up', question, screen),
      ...labelled('', reply, screen),
    ]),
    '',
    ...labelled('The guide', guide, screen),
    ...sources.flatMap(({ authors, title, year, where }) =>
      labelled('Source', `${authors}: ${title} (${year}). ${where}.`, screen),
    ),
  ]);
}

/** Both scores beside each other, and when the question comes again. */
export function renderScores(
  { self, matched, llm, rating }: ReviewData,
  {
    concept: { id, points },
    isTrusted,
    due,
    moreDue,
    screen,
  }: {
    concept: Concept;
    isTrusted: boolean;
    due: Date | undefined;
    moreDue: number;
    screen: TextOptions;
  },
): string {
  const say = (made: readonly string[], score: number): string =>
    `${score} of 100   ${made.length} of ${points.length} points`;
  const suggested = `no score; suggested ${matched.points.length} of ${points.length} points`;
  const made = (self ?? matched).points;
  const missed = points.flatMap((point, index) =>
    point.critical && !made.includes(point.id) ? index + 1 : [],
  );
  return text([
    '',
    ...labelled('Self', self === undefined ? 'not ticked' : say(self.points, self.score), screen),
    ...labelled('Matched', isTrusted ? say(matched.points, matched.score) : suggested, screen),
    ...(llm === undefined ? [] : labelled('Model', say(llm.points, llm.score), screen)),
    ...(missed.length === 0 ? [] : labelled('Missed', `critical: ${missed.join(', ')}`, screen)),
    ...(rating === undefined || due === undefined
      ? notScheduled(id, screen)
      : labelled('Next', `rated ${rating}; it comes again on ${localDay(due)}`, screen)),
    ...command(
      'Go on',
      {
        type: `npm run judge drill${moreDue === 0 ? '' : ' due'}`,
        remark: moreDue === 0 ? '' : `${moreDue} more due today`,
      },
      screen,
    ),
  ]);
}

function notScheduled(id: string, screen: TextOptions): string[] {
  const why = 'not scheduled: nothing was ticked, and for this question the matcher only suggests';
  return [
    ...labelled('Next', why, screen),
    ...command('With ticks', { type: `npm run judge drill ${id} -- --ticks "1 3"` }, screen),
  ];
}

/** That there is nothing to ask. */
export function renderNothing(
  due: Date | undefined,
  { onlyDue, screen }: { onlyDue: boolean; screen: TextOptions },
): string {
  const when = due === undefined ? '' : ` The next is due on ${localDay(due)}.`;
  return text([
    ...paragraph(`Nothing is due today.${when}`, screen),
    ...(onlyDue ? command('A new one', { type: 'npm run judge drill' }, screen) : []),
    ...command('Repeat', { type: 'npm run judge drill <question>' }, screen),
    ...command('All', { type: 'npm run judge drill list' }, screen),
  ]);
}

/** `2026-03-01`, by the calendar on the wall. */
export function localDay(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The words of the answer, exactly; line breaks become spaces. */
export function quote(answer: string, { start, end }: Span): string {
  return `"${answer.slice(start, end).replaceAll(/\s+/g, ' ')}"`;
}

/** Painting comes after wrapping: colours have no width. */
export function bold(lines: readonly string[], screen: TextOptions): string[] {
  return lines.map((line) => painter(screen)('bold', line));
}

export function countWords(kept: string): string {
  const words = kept.split(/\s+/).length;
  return `${words} word${words === 1 ? '' : 's'}`;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
