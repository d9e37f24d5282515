// Which items of the checklist the notes of a design make, and in which phase. Pure.
import { matchAnswer, type Span } from '../drill/match.ts';
import { itemsOf, phases, type Design, type Phase } from '../model/design.ts';

export type ItemMatch =
  | { kind: 'missing'; id: string; phase: Phase }
  /** `denied`: with a "not", or the opposite; `listed`: in a list of keywords. */
  | {
      kind: 'found' | 'denied' | 'listed';
      id: string;
      /** The item's own phase. */
      phase: Phase;
      /** The phase in whose notes it was said. */
      saidIn: Phase;
      span: Span;
    };

/**
 * Matches the notes against all items, in their order. A point counts wherever it was said; its own
 * phase is looked at first. No span crosses from one phase to another.
 */
export function matchNotes(design: Design, notes: Record<Phase, string>): ItemMatch[] {
  const all = itemsOf(design);
  const points = all.map(({ item }) => item);
  const matches = phases.map((saidIn) => ({
    saidIn,
    points: matchAnswer({ points, terms: design.terms }, notes[saidIn]).points,
  }));
  return all.map(({ item, phase }, index) => {
    const said = matches
      .toSorted((a, b) => Number(b.saidIn === phase) - Number(a.saidIn === phase))
      .flatMap(({ saidIn, points: found }) => {
        const point = found[index];
        return point === undefined || point.kind === 'missing' ? [] : [{ ...point, phase, saidIn }];
      });
    const best =
      said.find(({ kind }) => kind === 'found') ??
      said.find(({ kind }) => kind === 'denied') ??
      said[0];
    return best ?? { kind: 'missing', id: item.id, phase };
  });
}

/** The ids of what was found. */
export function foundIds(matches: readonly ItemMatch[]): string[] {
  return matches.flatMap(({ kind, id }) => (kind === 'found' ? [id] : []));
}
