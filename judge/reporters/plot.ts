// Drawings in characters: a score over time, and bars.
import { duration } from './layout.ts';

export type Point = { atMs: number; score: number };

/**
 * Scores over time as steps, `o` for each run and a column of colons for the bell; scores from 0 to
 * 100. Answers the lines, axes included.
 */
export function plotScores(
  points: readonly Point[],
  { columns, bellMs, untilMs }: { columns: number; bellMs: number; untilMs: number },
): string[] {
  const width = columns - axisWidth;
  const spanMs = Math.max(untilMs, bellMs, 1);
  const columnOf = (ms: number): number => Math.round((ms / spanMs) * (width - 1));
  const levels = Array.from({ length: width }, (_, column) =>
    levelAt(points, { column, columnOf }),
  );
  const marks = new Set(points.map(({ atMs }) => columnOf(atMs)));
  const bell = columnOf(bellMs);
  const cell = (column: number, level: number): string => {
    if (levels[column] === level && marks.has(column)) return 'o';
    if (column === bell) return ':';
    return levels[column] === level && column <= columnOf(untilMs) ? '-' : ' ';
  };
  const rows = Array.from({ length: height }, (_, row) => {
    const level = height - 1 - row;
    const label = String((100 * level) / (height - 1)).padStart(axisWidth - 2);
    const cells = Array.from({ length: width }, (_unused, column) => cell(column, level));
    return `${label} |${cells.join('')}`.trimEnd();
  });
  return [
    ...rows,
    ' '.repeat(axisWidth - 1) + '+' + '-'.repeat(width),
    timeAxis({ width, bell, bellMs }),
  ];
}

/** A bar of `width` characters for a share from 0 to 1. */
export function bar(share: number, width: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return `|${'#'.repeat(filled)}${'.'.repeat(width - filled)}|`;
}

const height = 5;
const axisWidth = 6;

/** The row in which the score stands at a column; `undefined` before the first run. */
function levelAt(
  points: readonly Point[],
  { column, columnOf }: { column: number; columnOf: (ms: number) => number },
): number | undefined {
  const last = points.findLast(({ atMs }) => columnOf(atMs) <= column);
  return last && Math.round((last.score / 100) * (height - 1));
}

/** The start at the left, the bell below its column where there is room for it. */
function timeAxis({
  width,
  bell,
  bellMs,
}: {
  width: number;
  bell: number;
  bellMs: number;
}): string {
  const label = `bell ${duration(bellMs)}`;
  const at = Math.max(6, Math.min(bell - label.length + 1, width - label.length));
  return `${' '.repeat(axisWidth)}0:00`.padEnd(axisWidth + at) + label;
}
