import { basename, join, relative } from 'node:path';
import { UsageError } from '../errors.ts';
import {
  conceptSchema,
  labelledSchema,
  measuredSchema,
  type Concept,
  type Labelled,
  parts,
  type Measured,
  type Part,
} from '../model/concept.ts';
import { listNames, readData } from './data.ts';
import { locateConcepts } from './locate.ts';
import { suggest } from './load.ts';

/** All questions: the guide's Part 1, then Part 4. Throws a `UsageError` for a broken file. */
export function loadConcepts(root: string): Concept[] {
  const concepts = listConcepts(root).map(({ path }) => loadFile(root, path));
  const order = (part: Part): number => parts.indexOf(part);
  return concepts.sort((a, b) => order(a.part) - order(b.part) || a.number - b.number);
}

/** The ids of the questions, from the names of their files; none where there are none. */
export function listConceptIds(root: string): string[] {
  const folders = locateConcepts(root).parts;
  return parts.flatMap((part) =>
    listNames(folders[part])
      .filter((name) => name.endsWith('.json'))
      .map((name) => basename(name, '.json')),
  );
}

/** The question `id`, whatever the state of the others. Throws a `UsageError` with the nearest id. */
export function loadConcept(root: string, id: string): Concept {
  const files = listConcepts(root);
  const found = files.find((file) => file.id === id);
  if (found !== undefined) return loadFile(root, found.path);
  const ids = files.map((file) => file.id);
  throw new UsageError(
    `There is no question "${id}". ${suggest(id, ids)} All questions: npm run judge drill list`,
  );
}

/** The labelled answers to a question. Throws a `UsageError` where they are absent or broken. */
export function loadLabelled(root: string, id: string): Labelled {
  const path = join(locateConcepts(root).labelled, `${id}.json`);
  return readData(root, { path, schema: labelledSchema });
}

/** How well the matcher does by question; nothing where it was never measured. */
export function loadMeasured(root: string): Measured {
  const { measured } = locateConcepts(root);
  return readData(root, { path: measured, schema: measuredSchema, absent: {} });
}

function loadFile(root: string, path: string): Concept {
  const concept = readData(root, { path, schema: conceptSchema });
  if (`${concept.id}.json` === basename(path)) return concept;
  throw new UsageError(
    `${relative(root, path)} calls itself "${concept.id}"; name the file ${concept.id}.json.`,
  );
}

function listConcepts(root: string): { id: string; path: string }[] {
  const folders = locateConcepts(root).parts;
  const files = parts.flatMap((part) =>
    listNames(folders[part])
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        id: basename(name, '.json'),
        path: join(folders[part], name),
      })),
  );
  if (files.length > 0) return files;
  throw new UsageError(
    `There are no questions in ${folders.ml}. Restore the folder with git, or leave --root out.`,
  );
}
