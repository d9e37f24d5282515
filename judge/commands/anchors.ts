// The person's own scores: a level on each anchor.
import type { AnchorScores, Dimension } from '../model/behavioural.ts';
import type { Terminal } from './typing.ts';

/** The levels that were typed ("3 2 4 3", "none"), or what is wrong, as a sentence. */
export function readAnchors(
  line: string,
  dimensions: readonly Dimension[],
): AnchorScores | 'none' | { wrong: string } {
  const text = line.trim().toLowerCase();
  if (text === 'none') return 'none';
  const levels = text.split(/[\s,;]+/).filter((word) => word !== '');
  const isRight = levels.every((level) => /^[1-4]$/.test(level));
  if (isRight && levels.length === dimensions.length)
    return Object.fromEntries(dimensions.map(({ id }, index) => [id, Number(levels[index])]));
  const names = dimensions.map(({ id }) => id).join(', ');
  return {
    wrong: `Type ${dimensions.length} levels from 1 to 4, for ${names}, for instance "${dimensions.map(() => 3).join(' ')}"; or none. Not "${line.trim()}".`,
  };
}

/** Asks until the answer makes sense. */
export async function askAnchors(
  terminal: Terminal,
  dimensions: readonly Dimension[],
): Promise<AnchorScores | 'none' | 'stopped'> {
  for (;;) {
    const line = await terminal.readLine(`Your ${dimensions.length} levels (1 to 4), or none: `);
    if (line === undefined) return 'stopped';
    const levels = readAnchors(line, dimensions);
    if (levels === 'none' || !isWrong(levels)) return levels;
    process.stdout.write(`${levels.wrong}\n`);
  }
}

export function isWrong(levels: AnchorScores | { wrong: string }): levels is { wrong: string } {
  return typeof levels['wrong'] === 'string';
}
