// Reads a story from a person, part by part at a terminal, whole in an editor or through a pipe.
import { UsageError } from '../errors.ts';
import { storyParts, type Prompt, type StoryPart } from '../model/behavioural.ts';
import { renderPart } from '../reporters/story.ts';
import {
  emptyText,
  formatStory,
  isEmptyStory,
  mergeStory,
  parseStory,
  type TitledText,
} from '../star/storyText.ts';
import type { Invocation } from './command.ts';
import type { Draft } from './draft.ts';
import { typeInEditor, typeThroughPipe, type Terminal, type Typed } from './typing.ts';

export type TypedStory = { kind: 'handedIn'; story: TitledText } | { kind: 'stopped' };

const nothing: TitledText = { title: '', text: emptyText };
const howToMark =
  'Mark the parts by lines that begin with "Situation:", "Task:", "Action:" and "Result:".';

type Context = { invocation: Invocation; draft: Draft; terminal: Terminal };

/** A new story. Throws a `UsageError` for an empty one, or one without its parts marked. */
export async function typeStory(
  prompt: Prompt,
  { invocation, draft, terminal }: Context,
): Promise<TypedStory> {
  if (invocation.options.fresh) draft.save('');
  if (invocation.options.editor) {
    if (draft.text === '') draft.save(formatStory(nothing));
    return take(typeInEditor(draft, `${prompt.prompt} ${howToMark}`), nothing);
  }
  if (!process.stdin.isTTY) return take(await typeThroughPipe(draft), nothing);
  for (const part of storyParts) {
    const typed = await typePart(part, { prompt, invocation, draft, terminal });
    if (typed.kind === 'stopped') return typed;
  }
  return check(draft.text, nothing);
}

/**
 * Changes to a story. A part that the draft leaves empty stays as it was; `unchanged` where nothing
 * was typed.
 */
export async function retypeStory(
  base: TitledText,
  { prompt, invocation, draft, terminal }: Context & { prompt: Prompt },
): Promise<TypedStory | { kind: 'unchanged' }> {
  if (invocation.options.fresh) draft.save('');
  if (invocation.options.editor) {
    draft.save(formatStory(mergeStory(base, parseStory(draft.text))));
    return take(typeInEditor(draft, `${prompt.prompt} ${howToMark}`), base);
  }
  if (!process.stdin.isTTY) {
    const typed = await typeThroughPipe(draft);
    const isNothing = typed.kind === 'handedIn' && typed.text === '';
    return isNothing ? { kind: 'unchanged' } : take(typed, base);
  }
  process.stdout.write('\nParts: situation, task, action, result,\ntitle.\n');
  for (;;) {
    const word = await terminal.readLine('Part to change, or Enter when done: ');
    if (word === undefined) return { kind: 'stopped' };
    const name = word.trim().toLowerCase();
    if (name === '') break;
    const part = storyParts.find((one) => one.startsWith(name));
    if (part !== undefined) {
      const typed = await typePart(part, { prompt, invocation, draft, terminal });
      if (typed.kind === 'stopped') return typed;
    } else if ('title'.startsWith(name)) {
      const title = await terminal.readLine('Title: ');
      if (title === undefined) return { kind: 'stopped' };
      draft.save(formatStory({ ...parseStory(draft.text), title: title.trim() }));
    } else process.stdout.write(`"${word.trim()}" is no part.\n`);
  }
  const { title, text } = parseStory(draft.text);
  return title === '' && isEmptyStory(text) ? { kind: 'unchanged' } : check(draft.text, base);
}

async function typePart(
  part: StoryPart,
  { prompt, invocation: { screen }, draft, terminal }: Context & { prompt: Prompt },
) {
  const section = {
    get text(): string {
      return parseStory(draft.text).text[part];
    },
    save(text: string): void {
      const { title, text: all } = parseStory(draft.text);
      draft.save(formatStory({ title, text: { ...all, [part]: text } }));
    },
  };
  process.stdout.write(renderPart(part, { about: prompt.parts[part], kept: section.text, screen }));
  return terminal.typeText(section);
}

function take(typed: Typed, base: TitledText): TypedStory {
  return typed.kind === 'stopped' ? typed : check(typed.text, base);
}

function check(source: string, base: TitledText): TypedStory {
  const { stray, ...typed } = parseStory(source);
  if (stray !== '')
    throw new UsageError(
      `"${clip(stray)}" belongs to no part. ${howToMark} What you typed is kept; nothing is recorded. Begin anew with --fresh.`,
    );
  const story = mergeStory(base, typed);
  if (isEmptyStory(story.text))
    throw new UsageError('The story is empty, so nothing is recorded. Type at least one part.');
  const chars = storyParts.reduce((sum, part) => sum + story.text[part].length, 0);
  if (chars > maxChars)
    throw new UsageError(
      `A story has at most ${maxChars} characters, yours ${chars}. It is kept; nothing is recorded.`,
    );
  return { kind: 'handedIn', story };
}

const maxChars = 100_000;

function clip(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}...` : line;
}
