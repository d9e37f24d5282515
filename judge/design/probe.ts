// The one question that the interviewer asks at the end of a phase. Pure.
import { itemsOf, type Design, type Phase, type Probe } from '../model/design.ts';

/**
 * The probe of the phase with the most points not yet covered; critical items count twice.
 * `undefined` where all that the probes aim at is covered.
 */
export function chooseProbe(
  design: Design,
  { phase, covered }: { phase: Phase; covered: readonly string[] },
): Probe | undefined {
  const open = new Map(
    itemsOf(design).flatMap(({ item }) =>
      covered.includes(item.id) ? [] : [[item.id, item.points * (item.critical ? 2 : 1)]],
    ),
  );
  const weigh = ({ items }: Probe): number =>
    items.reduce((sum, id) => sum + (open.get(id) ?? 0), 0);
  const [best] = design.phases[phase].probes.toSorted((a, b) => weigh(b) - weigh(a));
  return best !== undefined && weigh(best) > 0 ? best : undefined;
}
