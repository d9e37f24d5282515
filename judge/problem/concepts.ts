import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';
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
import { locateConcepts } from './locate.ts';
import { suggest } from './load.ts';

/** All questions: the guide's Part 1, then Part 4. Throws a `UsageError` for a broken file. */
export function loadConcepts(root: string): Concept[] {
  const concepts = listConcepts(root).map(({ path }) => loadFile(root, path));
  const order = (part: Part): number => parts.indexOf(part);
  return concepts.sort((a, b) => order(a.part) - order(b.part) || a.number - b.number);
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
  return parse(root, { path, schema: labelledSchema });
}

/** How well the matcher does by question; nothing where it was never measured. */
export function loadMeasured(root: string): Measured {
  const { measured } = locateConcepts(root);
  return parse(root, { path: measured, schema: measuredSchema, absent: {} });
}

function loadFile(root: string, path: string): Concept {
  const concept = parse(root, { path, schema: conceptSchema });
  if (`${concept.id}.json` === basename(path)) return concept;
  throw new UsageError(
    `${relative(root, path)} calls itself "${concept.id}"; name the file ${concept.id}.json.`,
  );
}

function listConcepts(root: string): { id: string; path: string }[] {
  const folders = locateConcepts(root).parts;
  const files = parts.flatMap((part) =>
    listJson(folders[part]).map((name) => ({
      id: basename(name, '.json'),
      path: join(folders[part], name),
    })),
  );
  if (files.length > 0) return files;
  throw new UsageError(
    `There are no questions in ${folders.ml}. Restore the folder with git, or leave --root out.`,
  );
}

function listJson(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function parse<T>(
  root: string,
  { path, schema, absent }: { path: string; schema: z.ZodType<T>; absent?: unknown },
): T {
  const where = relative(root, path);
  const parsed = schema.safeParse(readJson(path, { where, absent }));
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${where} is broken:\n${z.prettifyError(parsed.error)}\nMend the file, or restore it with git.`,
  );
}

function readJson(path: string, { where, absent }: { where: string; absent: unknown }): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent && absent !== undefined) return absent;
    throw new UsageError(
      `${where} cannot be read: ${messageOf(error)}. Mend the file, or restore it with git.`,
    );
  }
}
