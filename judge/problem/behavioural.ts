import { basename, join, relative } from 'node:path';
import { UsageError } from '../errors.ts';
import { anchorsSchema, promptSchema, type Dimension, type Prompt } from '../model/behavioural.ts';
import { listNames, readData } from './data.ts';
import { locateBehavioural } from './locate.ts';

/** The guide's Part 5, in its order. Throws a `UsageError` for a broken file, or where there is none. */
export function loadPrompts(root: string): Prompt[] {
  const folder = locateBehavioural(root).prompts;
  const files = listPromptIds(root).map((id) => loadFile(root, join(folder, `${id}.json`)));
  if (files.length > 0) return files.sort((a, b) => a.number - b.number);
  throw new UsageError(
    `There are no prompts in ${folder}. Restore the folder with git, or leave --root out.`,
  );
}

/** The ids of the prompts, from the names of their files. */
export function listPromptIds(root: string): string[] {
  return listNames(locateBehavioural(root).prompts)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));
}

/** What a story is scored on. Throws a `UsageError`. */
export function loadDimensions(root: string): Dimension[] {
  return readData(root, { path: locateBehavioural(root).anchors, schema: anchorsSchema })
    .dimensions;
}

function loadFile(root: string, path: string): Prompt {
  const prompt = readData(root, { path, schema: promptSchema });
  if (`${prompt.id}.json` === basename(path)) return prompt;
  throw new UsageError(
    `${relative(root, path)} calls itself "${prompt.id}"; name the file ${prompt.id}.json.`,
  );
}
