import type { Concept } from '../model/concept.ts';

/** The ids of the points that were ticked ("1 3, 4", "all", "none"), or what is wrong, as a sentence. */
export function readTicks(line: string, { points }: Concept): string[] | string {
  const text = line.trim().toLowerCase();
  if (text === 'all') return points.map(({ id }) => id);
  if (text === 'none') return [];
  const numbers = text.split(/[\s,;]+/).filter((word) => word !== '');
  const strange = numbers.find((word) => points[Number(word) - 1] === undefined);
  if (numbers.length > 0 && strange === undefined)
    return points.flatMap(({ id }, index) =>
      numbers.some((n) => Number(n) === index + 1) ? [id] : [],
    );
  const got = strange === undefined ? '' : ` "${strange}" is none of these.`;
  return `Type the numbers of the points that you made, from 1 to ${points.length}, or all, or none.${got}`;
}
