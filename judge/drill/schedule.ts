// When a question comes again. A card is never stored: it is folded from the reviews. Pure.
import { createEmptyCard, fsrs, Rating as Grade, type Card } from 'ts-fsrs';
import type { Rating } from '../model/review.ts';

/** One rated answer to a question. */
export type Review = { at: Date; rating: Rating };

/** When the interview is; its day counts in local time. */
export type Horizon = { interview?: Date | undefined };

// Days, not minutes: an answer of five minutes is not asked again ten minutes later. Without fuzz
// the same reviews always give the same card.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

const grades = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
} as const;

/** The card after the reviews, oldest first; `undefined` where there is none. */
export function cardOf(reviews: readonly Review[]): Card | undefined {
  return reviews.reduce<Card | undefined>(
    (card, { at, rating }) => scheduler.next(card ?? createEmptyCard(at), at, grades[rating]).card,
    undefined,
  );
}

/**
 * When a question is due. With an interview, never later than the day before it; a question that was
 * answered on that day or later is left to FSRS, as no day is left.
 */
export function dueOf(reviews: readonly Review[], { interview }: Horizon = {}): Date | undefined {
  const card = cardOf(reviews);
  const last = reviews.at(-1);
  if (card === undefined || last === undefined || interview === undefined) return card?.due;
  const eve = dayOf(interview);
  eve.setDate(eve.getDate() - 1);
  return card.due >= dayOf(interview) && dayOf(last.at) < eve ? eve : card.due;
}

/** Whether a question is to be asked on the day of `now`. */
export function isDue(due: Date, now: Date): boolean {
  return dayOf(due) <= dayOf(now);
}

/** The chance that the question is still known at `when`, from 0 to 1; 0 where it was never asked. */
export function recallAt(reviews: readonly Review[], when: Date): number {
  const card = cardOf(reviews);
  return card === undefined ? 0 : scheduler.get_retrievability(card, when, false);
}

/** The beginning of its day, local time. */
function dayOf(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}
