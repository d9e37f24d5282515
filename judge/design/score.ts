// From the items of a design to its points, the gates and the score. Pure.
import { itemsOf, phases, type Design, type Phase } from '../model/design.ts';
import { anchors, type Anchor, type Mark } from '../model/designRecord.ts';

/** The points of the made items; the lowest cap of a shut gate limits the score. */
export function markOf(design: Design, made: readonly string[]): Mark {
  const items = itemsOf(design).flatMap(({ item }) => (made.includes(item.id) ? [item.id] : []));
  const uncapped = phases.reduce((sum, phase) => sum + pointsOf(design, { phase, made }), 0);
  const shut = design.gates.filter((gate) => !gate.items.some((id) => made.includes(id)));
  const score = Math.min(uncapped, ...shut.map(({ capsAt }) => capsAt));
  return { items, uncapped, gates: shut.map(({ id }) => id), score };
}

/** The points that were made in a phase. */
export function pointsOf(
  design: Design,
  { phase, made }: { phase: Phase; made: readonly string[] },
): number {
  return design.phases[phase].items
    .filter(({ id }) => made.includes(id))
    .reduce((sum, { points }) => sum + points, 0);
}

/** The anchor that stands for a share of a phase's points: each takes a quarter. */
export function anchorOf(share: number): Anchor {
  const index = Math.min(anchors.length - 1, Math.floor(share * anchors.length));
  return anchors[index] ?? 'very weak';
}
