// A story as one text with headings, as it is typed, kept and edited. Pure.
import { storyParts, type StoryPart, type StoryText } from '../model/behavioural.ts';

export type TitledText = { title: string; text: StoryText };

export const emptyText: StoryText = { situation: '', task: '', action: '', result: '' };

const heading = /^\s*(?:#+\s*(\w+)\s*:?\s*$|#*\s*(\w+)\s*:\s*(.*)$)/u;

/**
 * Reads `## Action` or `Action: ...` and what follows as that part, `Title: ...` as the title. A
 * part that is there twice is joined. Whatever stands before the first heading is `stray`.
 */
export function parseStory(source: string): TitledText & { stray: string } {
  const lines: Record<StoryPart | 'title' | 'stray', string[]> = {
    stray: [],
    title: [],
    situation: [],
    task: [],
    action: [],
    result: [],
  };
  let at: keyof typeof lines = 'stray';
  for (const line of source.split(/\r?\n/)) {
    const [, alone, before, rest = ''] = heading.exec(line) ?? [];
    const name = nameOf(alone ?? before);
    if (name === undefined) {
      lines[at].push(line);
      continue;
    }
    at = name;
    if (rest !== '') lines[at].push(rest);
  }
  const join = (key: keyof typeof lines): string => lines[key].join('\n').trim();
  return {
    title: join('title').replaceAll(/\s+/g, ' '),
    text: {
      situation: join('situation'),
      task: join('task'),
      action: join('action'),
      result: join('result'),
    },
    stray: join('stray'),
  };
}

function nameOf(word: string | undefined): StoryPart | 'title' | undefined {
  const lower = word?.toLowerCase();
  return lower === 'title' ? lower : storyParts.find((part) => part === lower);
}

/** The text that `parseStory` reads back. */
export function formatStory({ title, text }: TitledText): string {
  const sections = storyParts.map((part) => `## ${capital(part)}\n${text[part]}`);
  return [...(title === '' ? [] : [`Title: ${title}`]), ...sections].join('\n\n').trim();
}

/** What was typed over what was there: an empty part stays as it was. */
export function mergeStory(base: TitledText, typed: TitledText): TitledText {
  const pick = (part: StoryPart): string => typed.text[part] || base.text[part];
  return {
    title: typed.title || base.title,
    text: {
      situation: pick('situation'),
      task: pick('task'),
      action: pick('action'),
      result: pick('result'),
    },
  };
}

export function isEmptyStory(text: StoryText): boolean {
  return storyParts.every((part) => text[part].trim() === '');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
