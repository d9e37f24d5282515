// All designs with what the history knows of each.
import { localDay } from './drill.ts';
import { command, duration, paragraph, wrap, widthOf, type TextOptions } from './layout.ts';

export type DesignRow = {
  id: string;
  title: string;
  /** The room's clock where one is open. */
  openAtMs: number | undefined;
  last: { at: Date; self: number | undefined; matched: number } | undefined;
};

/** Each design: its title, how it went last, whether its room is open. */
export function renderDesigns(rows: readonly DesignRow[], screen: TextOptions): string {
  const lines = rows.flatMap((row) => {
    const facts = `${row.id}: ${row.title}; ${stateOf(row)}`;
    return screen.isPlain ? [facts] : wrap(facts, widthOf(screen), '    ');
  });
  const next = rows.find(({ last }) => last === undefined) ?? rows[0];
  return `${[
    ...lines,
    '',
    ...paragraph(
      '35 minutes each: requirements 5, high level 10, deep dive 15, scaling 5.',
      screen,
    ),
    ...command('One of them', { type: `npm run judge design ${next?.id ?? ''}` }, screen),
  ].join('\n')}\n`;
}

function stateOf({ openAtMs, last }: DesignRow): string {
  const open = openAtMs === undefined ? [] : [`left open at ${duration(openAtMs)}`];
  if (last === undefined) return [...open, 'new'].join('; ');
  const { at, self, matched } = last;
  return [...open, `${localDay(at)} self ${self ?? '-'}, matched ${matched}`].join('; ');
}
