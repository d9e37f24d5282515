import { paragraph, widthOf, wrap, type TextOptions } from './layout.ts';

/**
 * A statement for a terminal: paragraphs, headings, lists and quotations set to its width; code
 * broken at spaces where it is wider than the screen; tables as they are.
 */
export function renderStatement(markdown: string, options: TextOptions): string {
  return `${blocksOf(markdown)
    .flatMap((block) => set(block, options))
    .join('\n')}\n`;
}

type Block = { kind: 'asIs' | 'code' | 'heading' | 'text'; lines: string[] };

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let isCode = false;
  for (const line of markdown.trimEnd().split('\n')) {
    const isFence = line.trimStart().startsWith('```');
    const last = blocks.at(-1);
    if (isCode || isFence) blocks.push({ kind: 'code', lines: [line] });
    else if (/^(\||\s*$)/.test(line)) blocks.push({ kind: 'asIs', lines: [line] });
    else if (line.startsWith('#')) blocks.push({ kind: 'heading', lines: [line] });
    else if (last?.kind === 'text' && !startsBlock(line, last)) last.lines.push(line);
    else blocks.push({ kind: 'text', lines: [line] });
    if (isFence) isCode = !isCode;
  }
  return blocks;
}

/** Whether a line begins a new item or quotation; lines of one quotation belong together. */
function startsBlock(line: string, { lines }: Block): boolean {
  const isQuotation = (text = ''): boolean => text.startsWith('>');
  if (isQuotation(line)) return !isQuotation(lines[0]);
  return /^\s*([-*]|\d+\.)\s/.test(line);
}

function set({ kind, lines }: Block, options: TextOptions): string[] {
  if (kind === 'asIs') return lines;
  if (kind === 'code') return lines.flatMap((line) => setCode(line, options));
  if (kind === 'heading') return lines.flatMap((line) => paragraph(line, options));
  const [first = ''] = lines;
  const [mark = ''] = /^\s*(>|[-*]|\d+\.)?\s*/.exec(first) ?? [];
  const text = lines.map((line) => line.replace(/^\s*>?\s*/, '')).join(' ');
  if (options.isPlain) return paragraph(text, options);
  const isQuotation = mark.startsWith('>');
  const width = widthOf(options) - mark.length;
  const rest = isQuotation ? text : text.slice(mark.trimStart().length);
  const indent = isQuotation ? mark : ' '.repeat(mark.length);
  return wrap(rest, width).map((line, index) => `${index === 0 ? mark : indent}${line}`);
}

/** As wide as the screen, and still code where it is broken: a remark keeps a line of its own. */
function setCode(line: string, { columns, isPlain }: TextOptions): string[] {
  if (isPlain || line.length <= columns) return [line];
  const [, indent = '', code = '', remark] = /^(\s*)(.*?)\s*(\/\/ .*)?$/.exec(line) ?? [];
  if (code === '') return [line];
  const hanging = `${indent}    `;
  const broken = wrap(`${indent}${code}`, columns, hanging);
  return remark === undefined ? broken : [...broken, `${hanging}${remark}`];
}
