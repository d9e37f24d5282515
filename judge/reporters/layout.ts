// How all texts for people are laid out: width, colour, one label column, durations.
import { styleText } from 'node:util';

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

/** A line under a heading; plain texts have none. */
export function rule(options: TextOptions): string[] {
  return options.isPlain ? [] : ['-'.repeat(widthOf(options))];
}

const labelWidth = 12;

/** A labelled text: the label in a column of its own, the text wrapped beside it. */
export function labelled(label: string, text: string, options: TextOptions): string[] {
  if (options.isPlain) return [label === '' ? text : `${label.toLowerCase()}: ${text}`];
  const head = label.padEnd(labelWidth);
  const gap = head.endsWith(' ') ? '' : ' ';
  return wrap(`${head}${gap}${text}`, widthOf(options), ' '.repeat(labelWidth));
}

/** Facts under one label: beside each other, or one a line when plain. */
export function labelledFacts(
  label: string,
  facts: readonly string[],
  options: TextOptions,
): string[] {
  const shown = facts.filter((fact) => fact !== '');
  if (options.isPlain) return shown.flatMap((fact) => labelled(label, fact, options));
  return labelled(label, shown.join('   '), options);
}

/** A text over the whole width. */
export function paragraph(text: string, options: TextOptions): string[] {
  return options.isPlain ? [text] : wrap(text, widthOf(options));
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

/** Breaks at spaces; continuation lines start with `indent`. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > columns) {
    const head = rest.slice(0, columns + 1);
    const at = head.lastIndexOf(' ');
    const cut = at > indent.length ? at : columns;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = indent + rest.slice(cut).trimStart();
  }
  return [...lines, rest];
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

/** `3 runs`, `1 run`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** `2026-03-01 09:15`, by the clock on the wall. */
export function localMinute(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`;
}
