// How all texts for people are laid out: width, colour, one label column, durations.
import { styleText } from 'node:util';

export { count } from '../model/count.ts';

export type TextOptions = {
  columns: number;
  hasColor: boolean;
  /** One fact a line, no bars and no drawing: for screen readers and scripts. */
  isPlain?: boolean;
};

export type Paint = (style: 'green' | 'red' | 'yellow' | 'bold' | 'dim', text: string) => string;

export function painter({ hasColor }: TextOptions): Paint {
  return (style, text) => (hasColor ? styleText(style, text, { validateStream: false }) : text);
}

/** Texts for people are no wider than this, however wide the screen is. */
export function widthOf({ columns }: TextOptions): number {
  return Math.min(columns, 88);
}

/** Lines with the first `text` in them bold. Painting comes last: colours have no width. */
export function embolden(lines: readonly string[], text: string, options: TextOptions): string[] {
  const at = lines.findIndex((line) => line.includes(text));
  return lines.map((line, index) =>
    index === at ? line.replace(text, () => painter(options)('bold', text)) : line,
  );
}

/** A line under a heading; plain texts have none. */
export function rule(options: TextOptions): string[] {
  return options.isPlain ? [] : ['-'.repeat(widthOf(options))];
}

const labelWidth = 12;

/** A labelled text: the label in a column of its own, the text wrapped beside it; below it where a word would not fit. */
export function labelled(label: string, text: string, options: TextOptions): string[] {
  if (options.isPlain) return [label === '' ? text : `${label.toLowerCase()}: ${text}`];
  const longest = Math.max(...text.split(' ').map((word) => word.length));
  if (longest > widthOf(options) - labelWidth) {
    const below = wrap(`  ${text}`, widthOf(options), '  ');
    return label === '' ? below : [label, ...below];
  }
  const head = label.padEnd(labelWidth);
  const gap = head.endsWith(' ') ? '' : ' ';
  return wrap(`${head}${gap}${text}`, widthOf(options), ' '.repeat(labelWidth));
}

/** Something to type under a label: on one line, so that it can be copied; a remark beside it. */
export function command(
  label: string,
  { type, remark = '' }: { type: string; remark?: string },
  options: TextOptions,
): string[] {
  if (options.isPlain) return labelled(label, remark === '' ? type : `${type}, ${remark}`, options);
  const beside = `${label.padEnd(labelWidth)}${type}`;
  const below = label === '' ? [`  ${type}`] : [label, `  ${type}`];
  const lines = beside.length <= widthOf(options) ? [beside] : below;
  if (remark === '') return lines;
  const last = `${lines.at(-1)}    ${remark}`;
  return last.length <= widthOf(options)
    ? [...lines.slice(0, -1), last]
    : [...lines, ...wrap(`            ${remark}`, widthOf(options), '            ')];
}

/** Facts under one label: beside each other, or one a line when plain. */
export function labelledFacts(
  label: string,
  facts: readonly string[],
  options: TextOptions,
): string[] {
  const shown = facts.filter((fact) => fact !== '');
  if (options.isPlain) return shown.flatMap((fact) => labelled(label, fact, options));
  const lines: string[] = [];
  for (const fact of shown) {
    const joined = `${lines.at(-1) ?? ''}   ${fact}`;
    const room = widthOf(options) - labelWidth;
    if (lines.length > 0 && joined.length <= room) lines[lines.length - 1] = joined;
    else lines.push(fact);
  }
  return lines.flatMap((line, index) => labelled(index === 0 ? label : '', line, options));
}

/** A text over the whole width; its own line breaks stay. */
export function paragraph(text: string, options: TextOptions): string[] {
  const lines = text.split('\n');
  return options.isPlain ? lines : lines.flatMap((line) => wrap(line, widthOf(options)));
}

/** Facts that belong together: on one line while they fit; one a line when plain. */
export function together(facts: readonly string[], options: TextOptions): string[] {
  if (options.isPlain) return [...facts];
  const lines: string[] = [];
  for (const fact of facts) {
    const joined = `${lines.at(-1) ?? ''}    ${fact}`;
    if (lines.length > 0 && joined.length <= widthOf(options)) lines[lines.length - 1] = joined;
    else lines.push(...wrap(fact, widthOf(options)));
  }
  return lines;
}

/** A list with numbers; `noun` stands for the number's meaning when plain. */
export function numbered(items: readonly string[], noun: string, options: TextOptions): string[] {
  return items.flatMap((item, index) =>
    options.isPlain
      ? [`${noun} ${index + 1}: ${item}`]
      : wrap(`  ${index + 1}. ${item}`, widthOf(options), '     '),
  );
}

/** Breaks at spaces, and inside of a word that is too long and no path; continuation lines start with `indent`. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > columns) {
    const head = rest.slice(0, columns + 1);
    const at = head.lastIndexOf(' ');
    const isBreak = at >= indent.length && head.slice(indent.length, at).trim() !== '';
    const cut = isBreak
      ? at
      : indent.length + pieceOf(rest.slice(indent.length), columns - indent.length);
    if (cut >= rest.length) break;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = indent + rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}

/** How much of a word that is too long stays together: all of a path, so that it can be pasted. */
function pieceOf(text: string, room: number): number {
  const [word = ''] = /^\s*\S*/.exec(text) ?? [];
  return word.includes('/') ? word.length : room;
}

/** `11:18`, or `1:02:03` from an hour on. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** `2026-03-01 09:15`, by the clock on the wall. */
export function localMinute(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`;
}
