// A system design question: its four phases, checklist, gates, probes and change request.
import { z } from 'zod';

const kebabCase = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case');
const sentence = z.string().min(1);

/** The phases of the guide's 35 minutes in their order. */
export const phases = ['requirements', 'high-level', 'deep-dive', 'scaling'] as const;
export type Phase = (typeof phases)[number];

/** What each phase is called, how long it is, and what it is worth. */
export const phasePlan: Record<Phase, { title: string; minutes: number; points: number }> = {
  requirements: { title: 'Requirements', minutes: 5, points: 20 },
  'high-level': { title: 'High level', minutes: 10, points: 25 },
  'deep-dive': { title: 'Deep dive', minutes: 15, points: 40 },
  scaling: { title: 'Scaling', minutes: 5, points: 15 },
};

/** A schema for one value for each phase. */
export function perPhase<T extends z.ZodType>(value: T) {
  return z.strictObject({
    requirements: value,
    'high-level': value,
    'deep-dive': value,
    scaling: value,
  });
}

/** One value for each phase. */
export function eachPhase<T>(valueOf: (phase: Phase) => T): Record<Phase, T> {
  return {
    requirements: valueOf('requirements'),
    'high-level': valueOf('high-level'),
    'deep-dive': valueOf('deep-dive'),
    scaling: valueOf('scaling'),
  };
}

const itemSchema = z.strictObject({
  id: kebabCase,
  points: z.int().positive(),
  critical: z.boolean(),
  /** What the item asks for, in a few words. */
  text: sentence,
  /** What a strong answer says, on one line. */
  strong: sentence,
  /** What sounds like it and does not count. */
  nearMiss: sentence,
  /** Ways of saying it, in the language of drill/pattern.ts. */
  patterns: z.array(sentence).min(1),
  /** Ways of saying the opposite: one of them takes the item away. */
  opposites: z.array(sentence).default([]),
});

const probeSchema = z.strictObject({
  id: kebabCase,
  question: sentence,
  /** The items that it may bring out; it is asked while some of them are not covered. */
  items: z.array(kebabCase).min(1),
});

const phaseSchema = z.strictObject({
  /** What the interviewer says when the phase begins. */
  ask: sentence,
  items: z.array(itemSchema).min(3),
  probes: z.array(probeSchema).min(2),
});

/** Caps the score of a design that has none of the items. */
const gateSchema = z.strictObject({
  id: kebabCase,
  capsAt: z.int().min(1).max(99),
  /** One of these opens the gate. */
  items: z.array(kebabCase).min(1),
  /** What is missing where the gate is shut. */
  says: sentence,
});

const sourceSchema = z.strictObject({
  authors: sentence,
  title: sentence,
  year: z.int().min(1900).max(2100),
  where: sentence,
});

/** `problems/designs/<id>/design.json`. */
export const designSchema = z
  .strictObject({
    $schema: z.string().optional(),
    formatVersion: z.literal(1),
    id: kebabCase,
    /** Its place in the guide's Part 3. */
    number: z.int().positive(),
    title: sentence,
    /** The task as an interviewer gives it. */
    prompt: sentence,
    /** Names for lists of words that the patterns share. */
    terms: z.record(z.string().regex(/^[a-zA-Z0-9]+$/), sentence).default({}),
    phases: perPhase(phaseSchema),
    gates: z.array(gateSchema).min(1),
    /** What changes in the middle of the interview, and what a strong answer does about it. */
    changeRequest: z.strictObject({ says: sentence, strong: sentence }),
    /** What the guide's walkthrough chooses, and what that rests on. */
    guide: sentence,
    sources: z.array(sourceSchema).min(3),
  })
  .superRefine((design, context) => {
    for (const issue of issuesOf(design)) context.addIssue(issue);
  });

export type Design = z.infer<typeof designSchema>;
export type Item = Design['phases'][Phase]['items'][number];
export type Probe = Design['phases'][Phase]['probes'][number];

/** All items in the order of the checklist, each with its phase; numbers count from 1 over all. */
export function itemsOf(
  design: Pick<Design, 'phases'>,
): { item: Item; phase: Phase; number: number }[] {
  return phases
    .flatMap((phase) => design.phases[phase].items.map((item) => ({ item, phase })))
    .map((entry, index) => ({ ...entry, number: index + 1 }));
}

function issuesOf(design: Pick<Design, 'phases' | 'gates'>): string[] {
  const ids = itemsOf(design).map(({ item }) => item.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const named = [
    ...design.gates.flatMap((gate) => gate.items),
    ...phases.flatMap((phase) => design.phases[phase].probes.flatMap((probe) => probe.items)),
  ];
  const stranger = named.find((id) => !ids.includes(id));
  return [
    ...(twice === undefined ? [] : [`the item "${twice}" appears twice`]),
    ...(stranger === undefined ? [] : [`a gate or a probe names "${stranger}", which is no item`]),
    ...phases.flatMap((phase) => {
      const sum = design.phases[phase].items.reduce((all, { points }) => all + points, 0);
      const due = phasePlan[phase].points;
      return sum === due ? [] : [`the points of ${phase} sum to ${sum}, not ${due}`];
    }),
  ];
}
