// Which question is next. Pure.
import type { Concept, Part } from '../model/concept.ts';
import { dueOf, isDue, type Horizon, type Review } from './schedule.ts';

/** A question with its reviews, oldest first. */
export type Card = { concept: Concept; reviews: readonly Review[] };

/** What `judge drill <word>` asks for. */
export type Wish = { part?: Part | undefined; onlyDue?: boolean };

export type Next =
  | { kind: 'ask'; concept: Concept; reason: 'due' | 'new'; moreDue: number }
  /** Nothing to do today; `due` is when the next comes, where one is scheduled. */
  | { kind: 'nothing'; due: Date | undefined };

/** The longest due question, else the first that was never asked. */
export function chooseNext(
  cards: readonly Card[],
  { part, onlyDue = false, now, interview }: Wish & Horizon & { now: Date },
): Next {
  const wanted = cards.filter(({ concept }) => part === undefined || concept.part === part);
  const scheduled = wanted
    .flatMap(({ concept, reviews }) => {
      const due = dueOf(reviews, { interview });
      return due === undefined ? [] : [{ concept, due }];
    })
    .sort((a, b) => a.due.getTime() - b.due.getTime());
  const due = scheduled.filter((card) => isDue(card.due, now));
  if (due[0] !== undefined)
    return { kind: 'ask', concept: due[0].concept, reason: 'due', moreDue: due.length - 1 };
  const fresh = wanted.find(({ reviews }) => reviews.length === 0);
  if (fresh !== undefined && !onlyDue)
    return { kind: 'ask', concept: fresh.concept, reason: 'new', moreDue: 0 };
  return { kind: 'nothing', due: scheduled[0]?.due };
}
