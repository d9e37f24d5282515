import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import leven from 'leven';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';
import { manifestSchema, type Problem, type ProblemPaths } from '../model/problem.ts';
import { listSlugs, locate } from './locate.ts';

/** Reads a problem's manifest. Throws a `UsageError` for an unknown slug or a broken manifest. */
export function loadProblem(root: string, slug: string): Problem {
  const slugs = listSlugs(root);
  if (!slugs.includes(slug))
    throw new UsageError(`There is no problem "${slug}". ${suggest(slug, slugs)}`);
  const paths = locate(root, slug);
  const where = relative(root, paths.manifest);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(paths.manifest, 'utf8'));
  } catch (error) {
    throw new UsageError(`${where} cannot be read: ${messageOf(error)}`);
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success)
    throw new UsageError(`${where} is not a manifest:\n${z.prettifyError(parsed.error)}`);
  requireFixtures(root, paths);
  return { slug, manifest: parsed.data, paths };
}

/** What the statement names must be there, or a submission that reads it would seem to be at fault. */
function requireFixtures(root: string, { statement, fixtures }: ProblemPaths): void {
  const folder = relative(root, fixtures).split(sep).join('/');
  const named = readIfPresent(statement).matchAll(new RegExp(`${folder}(/[\\w-][\\w./-]*)?`, 'g'));
  for (const [name] of named) {
    const place = name.replace(/[./]+$/, '');
    const trouble = findTrouble(join(root, place), /\.\w+$/.test(place));
    if (trouble !== undefined)
      throw new UsageError(
        `${place} ${trouble}, though ${relative(root, statement)} names it. Restore it: git checkout -- ${folder}`,
      );
  }
}

/** A statement that is not there is missed by whoever shows it. */
function readIfPresent(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function findTrouble(path: string, isToBeFile: boolean): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return isToBeFile && !statSync(path).isFile() ? 'is no file' : undefined;
  } catch (error) {
    return existsSync(path) ? `cannot be read (${messageOf(error)})` : 'is not there';
  }
}

/** SHA-256 over the problem's folder and its reference: what the verdict depends on. */
export function hashSuite({ paths }: Problem): string {
  const folder = dirname(paths.hiddenSuite);
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => file !== paths.certificate && file !== paths.equivalentMutants);
  return hashFiles([...files, paths.reference], folder);
}

/** SHA-256 over the hidden suite's code and the reference: what a mutation score depends on. */
export function hashOracle({ paths }: Problem): string {
  const folder = dirname(paths.hiddenSuite);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => file !== paths.sampleSuite);
  return hashFiles([...files, paths.reference], folder);
}

/** SHA-256 over the hidden suite's code and the accepted solutions: what thresholds depend on. */
export function hashAccepted(problem: Problem): string {
  const folder = dirname(problem.paths.reference);
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  return createHash('sha256')
    .update(hashOracle(problem))
    .update(hashFiles(files, folder))
    .digest('hex');
}

function hashFiles(files: readonly string[], folder: string): string {
  const hash = createHash('sha256');
  for (const file of files) {
    try {
      hash
        .update(`${relative(folder, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    } catch {
      hash.update('absent\0');
    }
  }
  return hash.digest('hex');
}

/** Names the one of `names` that begins with what was typed, else the nearest to it, or all of them. */
export function suggest(typed: string, names: readonly string[]): string {
  const key = typed.toLowerCase();
  const begun = names.find((name) => key !== '' && name.toLowerCase().startsWith(key));
  if (begun !== undefined) return `Did you mean "${begun}"?`;
  const nearest = names
    .map((name) => ({ name, distance: leven(key, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (nearest !== undefined && nearest.distance <= Math.max(2, typed.length / 3))
    return `Did you mean "${nearest.name}"?`;
  return names.length > 0 ? `There are: ${names.join(', ')}.` : 'There are none here.';
}
