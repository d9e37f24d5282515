// All concept questions with what the history knows of each.
import { localDay } from './drill.ts';
import { command, type TextOptions } from './layout.ts';

export type QuestionRow = {
  id: string;
  title: string;
  due: Date | undefined;
  /** Scores of the last answer. */
  self: number | undefined;
  matched: number | undefined;
};

const columnsForTitles = 88;

/** One line a question: its id, when it is due, the last scores, its title where there is room. */
export function renderQuestions(rows: readonly QuestionRow[], screen: TextOptions): string {
  const width = Math.max(...rows.map(({ id }) => id.length)) + 1;
  const head = `${'question'.padEnd(width)}due         self  matched`;
  const lines = rows.map(({ id, title, due, self, matched }) => {
    const state = due === undefined ? 'new' : localDay(due);
    const [own, found] = [self, matched].map((score) => score?.toString() ?? '-');
    if (screen.isPlain) return `${id}: ${title}; due ${state}; self ${own}; matched ${found}`;
    const facts = `${id.padEnd(width)}${state.padEnd(12)}${own?.padStart(4)}${found?.padStart(9)}`;
    if (screen.columns >= columnsForTitles) return `${facts}   ${title}`;
    return screen.columns >= facts.length ? facts : `${id.padEnd(width)}${state}`;
  });
  return `${[
    ...(screen.isPlain || screen.columns < head.length ? [] : [head]),
    ...lines,
    '',
    ...command('One of them', { type: `npm run judge drill ${rows[0]?.id ?? ''}` }, screen),
  ].join('\n')}\n`;
}
