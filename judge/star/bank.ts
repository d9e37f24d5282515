// The story bank: stories folded from what happened to them. Pure.
import type { AnchorScores, StoryEvent, StoryText } from '../model/behavioural.ts';

export type Version = { id: string; at: string; title: string; text: StoryText; prompt: string };
export type Scored = { at: string; prompt: string; version: string; scores: AnchorScores };

/** One story with all that was ever written of it, oldest first. */
export type Story = {
  id: string;
  /** The last version. */
  last: Version;
  versions: readonly Version[];
  scored: readonly Scored[];
};

type StoryEntry = { id: string; at: string; subject: string; data: StoryEvent };

/** All stories in the order in which they were first written; `entries` as they were appended. */
export function foldStories(entries: readonly StoryEntry[]): Story[] {
  return [...Map.groupBy(entries, ({ subject }) => subject)].flatMap(([id, own]) => {
    const versions = own.flatMap(({ id: version, at, data }) =>
      data.kind === 'written'
        ? [{ id: version, at, title: data.title, text: data.text, prompt: data.prompt }]
        : [],
    );
    const scored = own.flatMap(({ at, data }) => (data.kind === 'scored' ? [{ at, ...data }] : []));
    const last = versions.at(-1);
    return last === undefined ? [] : [{ id, last, versions, scored }];
  });
}

/** The prompts that a story was written for or told for. */
export function servedBy({ versions, scored }: Story): string[] {
  return [...new Set([...versions, ...scored].map(({ prompt }) => prompt))];
}

/** A name for a story, made of its title or its first words, that nothing else has. */
export function nameStory(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.slice(0, 4)
    .join('-')
    .slice(0, 40)
    .replace(/-$/, '');
  const stem = words === undefined || !/^[a-z]/.test(words) ? 'story' : words;
  if (!taken.includes(stem)) return stem;
  for (let count = 2; ; count += 1)
    if (!taken.includes(`${stem}-${count}`)) return `${stem}-${count}`;
}
