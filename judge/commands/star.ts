import { UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import type { AnchorScores, Dimension, Prompt } from '../model/behavioural.ts';
import { loadDimensions, loadPrompts } from '../problem/behavioural.ts';
import { suggest } from '../problem/load.ts';
import {
  renderAnchors,
  renderExample,
  renderKept,
  renderPrompt,
  renderScores,
  renderStories,
  renderStory,
} from '../reporters/story.ts';
import { renderFacts } from '../reporters/storyFacts.ts';
import { renderStopped } from '../reporters/stopped.ts';
import { nameStory, servedBy, type Story } from '../star/bank.ts';
import { factsOf, suggestPrompts } from '../star/facts.ts';
import { askAnchors, isWrong, readAnchors } from './anchors.ts';
import type { Ending, Invocation } from './command.ts';
import { Draft } from './draft.ts';
import { listStories } from './preparation.ts';
import { retypeStory, typeStory } from './storyTyping.ts';
import { Terminal } from './typing.ts';

type Bank = {
  invocation: Invocation;
  history: History;
  prompts: readonly Prompt[];
  dimensions: readonly Dimension[];
  stories: readonly Story[];
};

/** The story bank: asks for a story, shows, edits and scores the stories that there are. */
export async function star(invocation: Invocation): Promise<Ending> {
  const { root, words, screen } = invocation;
  const [word, second, ...rest] = words;
  if (rest.length > 0)
    throw new UsageError(
      `Too many words: "${rest.join(' ')}". One prompt, for instance: npm run judge star disagreement`,
    );
  using history = new History(root);
  const prompts = loadPrompts(root);
  const bank: Bank = {
    invocation,
    history,
    prompts,
    dimensions: loadDimensions(root),
    stories: listStories(history),
  };
  const name = word ?? firstOpen(bank)?.id ?? 'list';
  if (name === 'list') {
    process.stdout.write(renderStories(bank.stories, { prompts, screen }));
    return 'done';
  }
  const prompt = prompts.find(({ id }) => id === name);
  if (second !== undefined)
    return await tell(findPrompt(name, bank), findStory(second, bank), bank);
  return await (prompt === undefined ? edit(findStory(name, bank), bank) : write(prompt, bank));
}

/** The first prompt that no story serves. */
function firstOpen({ prompts, stories }: Bank): Prompt | undefined {
  const served = new Set(stories.flatMap(servedBy));
  return prompts.find(({ id }) => !served.has(id));
}

/** A new story for a prompt. */
async function write(prompt: Prompt, bank: Bank): Promise<Ending> {
  const { invocation, history, prompts, stories } = bank;
  const { root, screen, options } = invocation;
  const levels = givenLevels(bank);
  const draft = new Draft(history, { root, kind: 'star', id: `new-${prompt.id}` });
  const fitting = stories.filter(
    (story) =>
      servedBy(story).includes(prompt.id) || suggestPrompts(story.last.text, [prompt]).length > 0,
  );
  const way = options.editor ? 'editor' : process.stdin.isTTY ? 'terminal' : 'pipe';
  process.stdout.write(renderPrompt(prompt, { fitting, way, screen }));
  using terminal = new Terminal();
  const typed = await typeStory(prompt, { invocation, draft, terminal });
  if (typed.kind === 'stopped') return stopped(prompt.id, screen);
  const { text } = typed.story;
  const taken = ['list', ...prompts.map(({ id }) => id), ...stories.map(({ id }) => id)];
  const title = typed.story.title || firstWords(text.situation || text.action || text.task);
  const id = nameStory(title, taken);
  const { id: version } = history.append('story', id, {
    kind: 'written',
    title,
    text,
    prompt: prompt.id,
  });
  draft.drop();
  const also = suggestPrompts(text, prompts).filter((other) => other.id !== prompt.id);
  process.stdout.write(renderFacts(factsOf(text), { id, also, screen }));
  const ending = await score(id, { version, prompt: prompt.id, levels, bank, terminal });
  process.stdout.write(renderExample(prompt, screen));
  return ending;
}

/** Shows a story, and keeps what is changed as its next version. */
async function edit(story: Story, bank: Bank): Promise<Ending> {
  const { invocation, history, prompts } = bank;
  const { root, screen } = invocation;
  const { id, last } = story;
  const prompt = findPrompt(last.prompt, bank);
  const facts = (text: Story['last']['text']): string => {
    const also = suggestPrompts(text, prompts).filter(
      (other) => !servedBy(story).includes(other.id),
    );
    return renderFacts(factsOf(text), { id, also, screen });
  };
  process.stdout.write(renderStory(story, screen));
  process.stdout.write(facts(last.text));
  const draft = new Draft(history, { root, kind: 'star', id });
  using terminal = new Terminal();
  const typed = await retypeStory(last, { prompt, invocation, draft, terminal });
  if (typed.kind === 'stopped') return stopped(id, screen);
  const isSame =
    typed.kind === 'unchanged' || JSON.stringify(typed.story) === JSON.stringify(pickText(last));
  draft.drop();
  if (isSame) return 'done';
  const { title, text } = typed.story;
  history.append('story', id, { kind: 'written', title, text, prompt: last.prompt });
  process.stdout.write(renderKept(story.versions.length + 1, screen));
  process.stdout.write(facts(text));
  return 'done';
}

/** Scores a story as an answer to a prompt. */
async function tell(prompt: Prompt, story: Story, bank: Bank): Promise<Ending> {
  const { screen } = bank.invocation;
  const levels = givenLevels(bank);
  process.stdout.write(renderPrompt(prompt, { fitting: [], way: 'told', screen }));
  process.stdout.write(renderStory(story, screen));
  using terminal = new Terminal();
  const version = story.last.id;
  return await score(story.id, { version, prompt: prompt.id, levels, bank, terminal });
}

async function score(
  id: string,
  {
    version,
    prompt,
    levels,
    bank,
    terminal,
  }: {
    version: string;
    prompt: string;
    levels: AnchorScores | undefined;
    bank: Bank;
    terminal: Terminal;
  },
): Promise<Ending> {
  const { invocation, history, dimensions } = bank;
  const { screen } = invocation;
  process.stdout.write(renderAnchors(dimensions, screen));
  const given = levels ?? (process.stdin.isTTY ? await askAnchors(terminal, dimensions) : 'none');
  if (given === 'stopped') {
    process.stdout.write(
      `\nNot scored; the story is kept. Score it with:\n  npm run judge star ${prompt} ${id}\n`,
    );
    return 'interrupted';
  }
  if (given !== 'none')
    history.append('story', id, { kind: 'scored', prompt, version, scores: given });
  process.stdout.write(
    renderScores(given === 'none' ? undefined : given, { dimensions, id, prompt, screen }),
  );
  return 'done';
}

function givenLevels({ invocation: { options }, dimensions }: Bank): AnchorScores | undefined {
  if (options.anchors === undefined) return undefined;
  const levels = readAnchors(options.anchors, dimensions);
  if (levels === 'none') return undefined;
  if (isWrong(levels)) throw new UsageError(`--anchors: ${levels.wrong}`);
  return levels;
}

function findStory(id: string, { stories, prompts }: Bank): Story {
  const found = stories.find((story) => story.id === id);
  if (found !== undefined) return found;
  const names = [...prompts, ...stories].map((one) => one.id);
  throw new UsageError(
    `There is no prompt and no story "${id}". ${suggest(id, names)} All of them: npm run judge star list`,
  );
}

function findPrompt(id: string, { prompts }: Bank): Prompt {
  const found = prompts.find((prompt) => prompt.id === id);
  if (found !== undefined) return found;
  const names = prompts.map((one) => one.id);
  throw new UsageError(`There is no prompt "${id}". ${suggest(id, names)}`);
}

function pickText({ title, text }: Story['last']): Pick<Story['last'], 'title' | 'text'> {
  return { title, text };
}

function firstWords(text: string): string {
  return text.split(/\s+/).slice(0, 4).join(' ').slice(0, 60);
}

function stopped(name: string, screen: Invocation['screen']): Ending {
  process.stdout.write(renderStopped({ type: `npm run judge star ${name}` }, screen));
  return 'interrupted';
}
