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

/** A text over the whole width. */
export function paragraph(text: string, options: TextOptions): string[] {
  return options.isPlain ? [text] : wrap(text, widthOf(options));
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
