// How ready a person is: each part for itself with its n, never one number. Pure.
import { recallAt, type Review } from '../drill/schedule.ts';

export type Readiness = {
  /** Problems with 100 points, of all. */
  coding: { solved: number; of: number };
  drills: {
    /** Mean of the predicted recall over the questions asked, 0 to 1; absent where none was. */
    recall: number | undefined;
    asked: number;
    of: number;
    /** The day that it is predicted for. */
    on: Date;
  };
  /** Designs worked through, of all. */
  designs: { done: number; of: number };
  /** Prompts that a story serves or that were told in a mock, of all. */
  stories: { served: number; of: number };
  /** Mock interviews played to the end, no round skipped. */
  mocks: number;
};

/** The predicted recall of the questions that were asked, on a day. */
export function drillReadiness(
  cards: readonly (readonly Review[])[],
  on: Date,
): Readiness['drills'] {
  const asked = cards.filter((reviews) => reviews.length > 0);
  const sum = asked.reduce((all, reviews) => all + recallAt(reviews, on), 0);
  return {
    recall: asked.length === 0 ? undefined : sum / asked.length,
    asked: asked.length,
    of: cards.length,
    on,
  };
}
