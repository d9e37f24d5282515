import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { messageOf, UsageError } from '../errors.ts';
import { designSchema, type Design } from '../model/design.ts';
import { listNames, readData } from './data.ts';
import { suggest } from './load.ts';
import { designsFolder, locateDesign } from './locate.ts';

/** All designs in the guide's order. Throws a `UsageError` for a broken file. */
export function loadDesigns(root: string): Design[] {
  const designs = listDesigns(root).map((id) => loadFile(root, id));
  return designs.sort((a, b) => a.number - b.number);
}

/** The design `id`, whatever the state of the others. Throws a `UsageError` with the nearest id. */
export function loadDesign(root: string, id: string): Design {
  const ids = listDesigns(root);
  if (ids.includes(id)) return loadFile(root, id);
  throw new UsageError(
    `There is no design "${id}". ${suggest(id, ids)} All designs: npm run judge design list`,
  );
}

/** The worked answer to a design, and where its drawing lies. Throws a `UsageError`. */
export function loadExemplar(root: string, id: string): { markdown: string; diagram: string } {
  const { exemplar, diagram } = locateDesign(root, id);
  try {
    return { markdown: readFileSync(exemplar, 'utf8'), diagram: relative(root, diagram) };
  } catch (error) {
    throw new UsageError(
      `${relative(root, exemplar)} cannot be read: ${messageOf(error)}. Restore it with git.`,
    );
  }
}

function loadFile(root: string, id: string): Design {
  const path = locateDesign(root, id).design;
  const design = readData(root, { path, schema: designSchema });
  if (design.id === id) return design;
  throw new UsageError(
    `${relative(root, path)} calls itself "${design.id}"; name its folder ${design.id}.`,
  );
}

/** The ids of the designs, from the names of their folders; none where there are none. */
export function listDesignIds(root: string): string[] {
  return listNames(designsFolder(root)).filter((id) => existsSync(locateDesign(root, id).design));
}

function listDesigns(root: string): string[] {
  const ids = listDesignIds(root);
  if (ids.length > 0) return ids;
  throw new UsageError(
    `There are no designs in ${designsFolder(root)}. Restore the folder with git, or leave --root out.`,
  );
}
