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

/** The nearest sentence for each missing point that has one. */
export async function proposeSpans(
  { points }: Concept,
  { text, match, embed }: { text: string; match: AnswerMatch; embed: Embed },
): Promise<Proposal[]> {
  const missing = points.filter((_, index) => match.points[index]?.kind === 'missing');
  const sentences = sentencesOf(text);
  if (missing.length === 0 || sentences.length === 0) return [];
  const vectors = await embed(sentences.map(({ start, end }) => text.slice(start, end)));
  const wanted = await embed(missing.map((point) => point.text));
  return missing.flatMap(({ id }, index) => {
    const nearest = sentences
      .map((span, at) => ({ span, cosine: dot(wanted[index] ?? [], vectors[at] ?? []) }))
      .sort((a, b) => b.cosine - a.cosine)[0];
    return nearest !== undefined && nearest.cosine >= nearEnough
      ? [{ id, span: nearest.span }]
      : [];
  });
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
