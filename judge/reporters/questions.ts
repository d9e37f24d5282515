// All concept questions with what the history knows of each.
import { localDay } from './drill.ts';
import type { TextOptions } from './layout.ts';

/** One line a question: its id, when it is due, its title. */
export function renderQuestions(
  rows: readonly { id: string; title: string; times: number; due: Date | undefined }[],
  screen: TextOptions,
): string {
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2;
  const lines = rows.map(({ id, title, times, due }) => {
    const state = due === undefined ? 'new' : localDay(due);
    if (screen.isPlain) return `${id}: ${title}; answered ${times} times; due ${state}`;
    const head = `  ${id.padEnd(width)}${state.padEnd(12)}`;
    return head.length + title.length <= screen.columns ? `${head}${title}` : head.trimEnd();
  });
  return `${lines.join('\n')}\n\nOne of them: npm run judge drill ${rows[0]?.id ?? ''}\n`;
}
