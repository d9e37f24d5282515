// Which rounds a mock interview has. Pure, but for the chance that is handed in.
import type { MockForm, Round } from '../model/mock.ts';

/** Something that may be asked, and how often it was practised. */
export type Choice = { id: string; times: number };

export type Choices = {
  concepts: { ml: readonly Choice[]; llm: readonly Choice[] };
  problems: readonly (Choice & { minutes: number })[];
  designs: readonly Choice[];
  prompts: readonly Choice[];
};

/** Minutes of each round; of a problem at most. The short form takes 45 in all. */
const forms = {
  short: { ml: 1, llm: 1, concept: 4, problemAtMost: 15, design: 17, story: 5 },
  full: { ml: 3, llm: 1, concept: 5, problemAtMost: 60, design: 35, story: 8 },
} as const;

/**
 * The rounds of a form: of each kind what was practised least, by chance among equals (`random` is
 * from 0 to below 1). A kind of which there is nothing is left out; all minutes are multiplied by
 * `extraTime`.
 */
export function chooseRounds(
  form: MockForm,
  {
    choices,
    random,
    extraTime = 1,
  }: { choices: Choices; random: () => number; extraTime?: number },
): Round[] {
  const { ml, llm, concept, problemAtMost, design, story } = forms[form];
  const least = <T extends Choice>(list: readonly T[], n: number): T[] =>
    list
      .map((choice) => ({ choice, lot: random() }))
      .sort((a, b) => a.choice.times - b.choice.times || a.lot - b.lot)
      .slice(0, n)
      .map(({ choice }) => choice);
  const questions = [...least(choices.concepts.ml, ml), ...least(choices.concepts.llm, llm)];
  const rounds = [
    ...questions.map(({ id }): Round => ({ kind: 'concept', id, minutes: concept })),
    ...least(choices.problems, 1).map(({ id, minutes }): Round => ({
      kind: 'coding',
      id,
      minutes: Math.min(minutes, problemAtMost),
    })),
    ...least(choices.designs, 1).map(({ id }): Round => ({ kind: 'design', id, minutes: design })),
    ...least(choices.prompts, 1).map(({ id }): Round => ({ kind: 'story', id, minutes: story })),
  ];
  return rounds.map((round) => ({
    ...round,
    minutes: Math.round(10 * round.minutes * extraTime) / 10,
  }));
}
