// How well the matcher agrees with the labels: every point of every answer is one decision.
import type { Concept, LabelledAnswer, Measurement } from '../model/concept.ts';
import { matchAnswer } from './match.ts';

/** Below this agreement the matcher only suggests. */
const kappaToScore = 0.6;

export type Counts = { hits: number; false: number; missed: number; rest: number };

/** Counts the matcher's decisions on the answers. */
export function countDecisions(concept: Concept, answers: readonly LabelledAnswer[]): Counts {
  const found = answers.map(({ text }) =>
    matchAnswer(concept, text).points.flatMap(({ id, kind }) => (kind === 'found' ? [id] : [])),
  );
  return countAgreement(concept, { answers, found });
}

/** Counts decisions where `found` holds, for each answer, the points that were found in it. */
export function countAgreement(
  { points }: { points: readonly { id: string }[] },
  {
    answers,
    found,
  }: { answers: readonly Pick<LabelledAnswer, 'makes'>[]; found: readonly string[][] },
): Counts {
  const counts = { hits: 0, false: 0, missed: 0, rest: 0 };
  for (const [index, { makes }] of answers.entries()) {
    for (const { id } of points) {
      const isMade = makes.includes(id);
      if (found[index]?.includes(id)) counts[isMade ? 'hits' : 'false'] += 1;
      else counts[isMade ? 'missed' : 'rest'] += 1;
    }
  }
  return counts;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    hits: a.hits + b.hits,
    false: a.false + b.false,
    missed: a.missed + b.missed,
    rest: a.rest + b.rest,
  };
}

/** Precision, recall and Cohen's kappa, to three digits; a share of nothing is 0. */
export function measure({ hits, false: wrong, missed, rest }: Counts): Measurement {
  const decisions = hits + wrong + missed + rest;
  const agreed = (hits + rest) / decisions;
  const chance =
    ((hits + wrong) * (hits + missed) + (missed + rest) * (wrong + rest)) / decisions ** 2;
  return {
    decisions,
    precision: round(share(hits, hits + wrong)),
    recall: round(share(hits, hits + missed)),
    kappa: round(share(agreed - chance, 1 - chance)),
  };
}

/** Whether a question's automatic score may stand as a score. */
export function isTrusted(measurement: Measurement | undefined): boolean {
  return measurement !== undefined && measurement.kappa >= kappaToScore;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
