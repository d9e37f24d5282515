// What there is to say about a design that was worked through. Pure.
import { itemsOf, phasePlan, phases, type Design, type Phase } from '../model/design.ts';
import type { Anchor, DesignRecord } from '../model/designRecord.ts';
import { changeAt, planOf, defaultMinutes } from './clock.ts';
import { chooseProbe } from './probe.ts';
import { anchorOf, pointsOf } from './score.ts';

export type PhaseResult = {
  title: string;
  maxPoints: number;
  /** What the person said before the checklist. */
  blind: Anchor | undefined;
  /** Points by the ticks, and the anchor that they amount to. */
  self: { points: number; anchor: Anchor } | undefined;
  matched: number;
  /** Absent where no clock ran. */
  time: { usedMs: number; plannedMs: number } | undefined;
};

export type DesignResult = {
  phases: PhaseResult[];
  /** Shut gates, with the scores that they cap. */
  gates: { says: string; capsAt: number; caps: ('self' | 'matched')[] }[];
  /** Numbers of critical items that were not made, by the ticks where there are any. */
  missed: number[];
  /** `answer` is absent for what an interviewer would have asked where nobody could be. */
  probes: { title: string; question: string; answer: string | undefined }[];
  /** When the change request came, or that it did not. */
  change: { dueMs: number; cameMs: number | undefined; hadClock: boolean };
};

export function resultOf(design: Design, record: DesignRecord): DesignResult {
  const { self, matched, clock, blind } = record;
  const made = (self ?? matched).items;
  return {
    phases: phases.map((phase) => {
      const { title, points: maxPoints } = phasePlan[phase];
      const ticked = self && pointsOf(design, { phase, made: self.items });
      return {
        title,
        maxPoints,
        blind: blind?.[phase],
        self:
          ticked === undefined
            ? undefined
            : { points: ticked, anchor: anchorOf(ticked / maxPoints) },
        matched: pointsOf(design, { phase, made: matched.items }),
        time: clock && { usedMs: clock.usedMs[phase], plannedMs: clock.plannedMs[phase] },
      };
    }),
    gates: design.gates.flatMap(({ id, says, capsAt }) => {
      const caps = (['self', 'matched'] as const).filter((name) =>
        record[name]?.gates.includes(id),
      );
      return caps.length === 0 ? [] : [{ says, capsAt, caps }];
    }),
    missed: itemsOf(design).flatMap(({ item, number }) =>
      item.critical && !made.includes(item.id) ? [number] : [],
    ),
    probes: phases.flatMap((phase) => probeOf(design, { phase, record })),
    change: {
      dueMs: changeAt(clock?.plannedMs ?? planOf(defaultMinutes)),
      cameMs: clock?.changedAtMs,
      hadClock: clock !== undefined,
    },
  };
}

function probeOf(
  design: Design,
  { phase, record }: { phase: Phase; record: DesignRecord },
): DesignResult['probes'] {
  const { title } = phasePlan[phase];
  const asked = record.probes.find((probe) => probe.phase === phase);
  const probe =
    asked === undefined && record.clock === undefined
      ? chooseProbe(design, { phase, covered: record.matched.items })
      : design.phases[phase].probes.find(({ id }) => id === asked?.id);
  return probe === undefined ? [] : [{ title, question: probe.question, answer: asked?.answer }];
}
