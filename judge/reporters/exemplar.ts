import type { Design } from '../model/design.ts';
import { labelled, paragraph, type TextOptions } from './layout.ts';
import { renderStatement } from './statement.ts';

/** A worked answer, where its drawing lies, what the guide chooses, and the sources. */
export function renderExemplar(
  { guide, sources }: Design,
  { markdown, diagram, screen }: { markdown: string; diagram: string; screen: TextOptions },
): string {
  const lines = [
    ...paragraph(`Drawing (open it in a browser): ${diagram}`, screen),
    ...labelled('The guide', guide, screen),
    ...sources.flatMap(({ authors, title, year, where }) =>
      labelled('Source', `${authors}: ${title} (${year}). ${where}.`, screen),
    ),
  ];
  return `\n${renderStatement(withoutPicture(markdown), screen)}\n${lines.join('\n')}\n`;
}

/** A terminal shows no picture. */
function withoutPicture(markdown: string): string {
  return markdown.replaceAll(/^!\[.*\]\(.*\)\n+/gm, '');
}
