// For points that no pattern found: the sentence of the answer that is nearest in meaning. It is a
// question to the person, never a score: alone, this agrees with people far too little (README).
import type { Concept } from '../model/concept.ts';
import type { AnswerMatch, Span } from './match.ts';

/** Unit vectors for texts, in their order. */
export type Embed = (texts: readonly string[]) => Promise<number[][]>;

export type Proposal = { id: string; span: Span };

/** Below this cosine a sentence says nothing about a point. */
const nearEnough = 0.7;
const wordsOfASentence = 4;

/**
 * For missing points the nearest sentences. A sentence that something was found in is not proposed,
 * and none is proposed twice.
 */
export async function proposeSpans(
  { points }: Concept,
  { text, match, embed }: { text: string; match: AnswerMatch; embed: Embed },
): Promise<Proposal[]> {
  const missing = points.filter((_, index) => match.points[index]?.kind === 'missing');
  const taken = match.points.flatMap((point) => (point.kind === 'missing' ? [] : [point.span]));
  const sentences = sentencesOf(text).filter((one) => !taken.some((span) => overlap(one, span)));
  if (missing.length === 0 || sentences.length === 0) return [];
  const vectors = await embed(sentences.map(({ start, end }) => text.slice(start, end)));
  const wanted = await embed(missing.map((point) => point.text));
  const pairs = missing
    .flatMap(({ id }, at) =>
      sentences.map((span, index) => ({
        id,
        span,
        cosine: dot(wanted[at] ?? [], vectors[index] ?? []),
      })),
    )
    .filter(({ cosine }) => cosine >= nearEnough)
    .sort((a, b) => b.cosine - a.cosine);
  const best = pairs.filter(
    ({ id, span }, index) =>
      !pairs.slice(0, index).some((nearer) => nearer.id === id || nearer.span === span),
  );
  return best.map(({ id, span }) => ({ id, span }));
}

/** The points that any sentence is near to: what the model alone would find. */
export async function pointsNear(
  { points }: Concept,
  { text, embed }: { text: string; embed: Embed },
): Promise<string[]> {
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return [];
  const vectors = await embed(sentences.map(({ start, end }) => text.slice(start, end)));
  const wanted = await embed(points.map((point) => point.text));
  return points.flatMap(({ id }, at) =>
    vectors.some((vector) => dot(wanted[at] ?? [], vector) >= nearEnough) ? [id] : [],
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^.!?;\n]+[.!?;]*/g)]
    .map(({ 0: sentence, index }) => {
      const start = index + sentence.length - sentence.trimStart().length;
      return { start, end: index + sentence.trimEnd().length };
    })
    .filter(({ start, end }) => text.slice(start, end).split(/\s+/).length >= wordsOfASentence);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
