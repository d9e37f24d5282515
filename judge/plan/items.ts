// What the guide's three weeks hold, in the order in which it is to be done. Pure.
import type { PlanItem } from '../model/plan.ts';

type Done = { doneOn?: Temporal.PlainDate };
export type ToPrepare = {
  concepts: readonly ({ id: string } & Done)[];
  problems: readonly ({ slug: string; minutes: number } & Done)[];
  designs: readonly ({ id: string } & Done)[];
  prompts: readonly ({ id: string } & Done)[];
  /** When each whole mock was finished, oldest first. */
  mocks: readonly Temporal.PlainDate[];
};

/** Minutes, with what is read afterwards. */
const conceptMinutes = 8;
const designMinutes = 50;
const storyMinutes = 20;
const mocksPlanned = [
  { minutes: 45, type: 'npm run judge mock -- --short' },
  { minutes: 110, type: 'npm run judge mock' },
  { minutes: 110, type: 'npm run judge mock' },
];

/** Week 1: questions with problems between; week 2: designs; week 3: stories with mocks between. */
export function planItems({ concepts, problems, designs, prompts, mocks }: ToPrepare): PlanItem[] {
  const questions = concepts.map(({ id, ...done }): PlanItem => {
    const type = `npm run judge drill ${id}`;
    return { name: id, phase: 'concepts and coding', minutes: conceptMinutes, type, ...done };
  });
  const coding = problems.map(({ slug, minutes, ...done }): PlanItem => {
    const type = `npm run judge start ${slug}`;
    return { name: slug, phase: 'concepts and coding', minutes, type, ...done };
  });
  const walks = designs.map(({ id, ...done }): PlanItem => {
    const type = `npm run judge design ${id}`;
    return { name: id, phase: 'designs', minutes: designMinutes, type, ...done };
  });
  const stories = prompts.map(({ id, ...done }): PlanItem => {
    const type = `npm run judge star ${id}`;
    return { name: id, phase: 'stories and mocks', minutes: storyMinutes, type, ...done };
  });
  const rehearsals = mocksPlanned.map(({ minutes, type }, index): PlanItem => {
    const doneOn = mocks[index];
    return {
      name: `mock ${index + 1}`,
      phase: 'stories and mocks',
      minutes,
      type,
      ...(doneOn !== undefined && { doneOn }),
    };
  });
  return [...blend(questions, coding), ...walks, ...blend(stories, rehearsals)];
}

/** Both lists in their order, spread evenly among each other. */
function blend(one: readonly PlanItem[], other: readonly PlanItem[]): PlanItem[] {
  const placed = [one, other].flatMap((list) =>
    list.map((item, index) => ({ item, at: (index + 0.5) / list.length })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
