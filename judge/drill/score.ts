// From the points of an answer to scores and a rating. Pure.
import type { Concept } from '../model/concept.ts';
import type { Rating, ReviewData } from '../model/review.ts';

/** Share of the weights of the points made, from 0 to 100. */
export function scoreOf({ points }: Concept, made: readonly string[]): number {
  const sum = (list: Concept['points']): number =>
    list.reduce((all, { weight }) => all + weight, 0);
  return Math.round((100 * sum(points.filter(({ id }) => made.includes(id)))) / sum(points));
}

/** Points without which an answer is not a good one, and which were not made. */
export function missedCritical({ points }: Concept, made: readonly string[]): string[] {
  return points.filter(({ id, critical }) => critical && !made.includes(id)).map(({ id }) => id);
}

/**
 * An answer's review. The scores stand side by side and are never averaged: what the person
 * ticked decides the rating; where nothing was ticked the matcher does, if it is trusted.
 */
export function reviewOf(
  concept: Concept,
  {
    answer,
    ticked,
    matched,
    llm,
    isTrusted,
  }: {
    answer: string;
    ticked: readonly string[] | undefined;
    matched: readonly string[];
    /** What a language model granted, where one was asked. */
    llm?: { model: string; points: readonly string[] } | undefined;
    isTrusted: boolean;
  },
): ReviewData {
  const scored = (points: readonly string[]) => ({
    points: [...points],
    score: scoreOf(concept, points),
  });
  const deciding = ticked ?? (isTrusted ? matched : undefined);
  return {
    answer,
    ...(ticked === undefined ? {} : { self: scored(ticked) }),
    matched: scored(matched),
    ...(llm === undefined ? {} : { llm: { model: llm.model, ...scored(llm.points) } }),
    ...(deciding === undefined ? {} : { rating: rate(concept, deciding) }),
  };
}

const scoreForHard = 40;
const scoreForGood = 65;
const scoreForEasy = 90;

/**
 * How well the question is known, for the schedule:
 * again: below 40, or more than half of the critical points missed;
 * hard: below 65, or any critical point missed;
 * easy: 90 or more, nothing critical missed; good: the rest.
 */
export function rate(concept: Concept, made: readonly string[]): Rating {
  const score = scoreOf(concept, made);
  const missed = missedCritical(concept, made).length;
  const critical = concept.points.filter((point) => point.critical).length;
  if (score < scoreForHard || missed > critical / 2) return 'again';
  if (score < scoreForGood || missed > 0) return 'hard';
  return score >= scoreForEasy ? 'easy' : 'good';
}
