import { readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Part } from '../model/concept.ts';
import type { ProblemPaths } from '../model/problem.ts';

/** The project that this judge is part of. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Where the parts of a problem lie below `root`. The only place that knows these trees. */
export function locate(root: string, slug: string): ProblemPaths {
  const folder = join(root, 'problems', 'coding', slug);
  return {
    manifest: join(folder, 'problem.json'),
    statement: join(folder, 'statement.md'),
    sampleSuite: join(folder, 'sample.test.ts'),
    hiddenSuite: join(folder, 'hidden.test.ts'),
    generator: join(folder, 'generate.ts'),
    certificate: join(folder, 'certificate.json'),
    equivalentMutants: join(folder, 'equivalent-mutants.json'),
    ask: join(folder, 'ask.ts'),
    starter: join(root, 'starters', `${slug}.ts`),
    fixtures: join(root, 'fixtures', slug),
    solutions: join(root, 'solutions', slug),
    reference: join(root, 'solutions', slug, 'accepted', 'reference.ts'),
    workspace: join(root, 'workspace', `${slug}.ts`),
  };
}

/** Where the concept questions and what belongs to them lie below `root`. */
export function locateConcepts(root: string): {
  parts: Record<Part, string>;
  labelled: string;
  measured: string;
  /** The models for sentences nearest in meaning. */
  models: string;
} {
  const folder = join(root, 'problems', 'concepts');
  return {
    parts: { ml: join(folder, 'ml'), llm: join(folder, 'llm') },
    labelled: join(folder, 'labelled'),
    measured: join(folder, 'measured.json'),
    models: join(root, 'fixtures', 'rag', 'models'),
  };
}

/** Where the designs lie below `root`, each in a folder of its own. */
export function designsFolder(root: string): string {
  return join(root, 'problems', 'designs');
}

/** Where the behavioural prompts and the anchors lie below `root`. */
export function locateBehavioural(root: string): { prompts: string; anchors: string } {
  const folder = join(root, 'problems', 'behavioural');
  return { prompts: join(folder, 'prompts'), anchors: join(folder, 'anchors.json') };
}

/** Where the parts of a design lie below `root`. */
export function locateDesign(
  root: string,
  id: string,
): { design: string; exemplar: string; diagram: string } {
  const folder = join(designsFolder(root), id);
  return {
    design: join(folder, 'design.json'),
    exemplar: join(folder, 'exemplar.md'),
    diagram: join(folder, 'architecture.svg'),
  };
}

/** Every problem below `root`, by name. */
export function listSlugs(root: string): string[] {
  try {
    const entries = readdirSync(join(root, 'problems', 'coding'), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/**
 * The problem whose file or statement is at `path`, relative to the project: what an editor knows and a
 * shell completes. `undefined` for any other path.
 */
export function slugOfPath(path: string): string | undefined {
  const place =
    /^(?:\.\/)?(?:(?:workspace|starters)\/([^/]+)\.ts|problems\/coding\/([^/]+)\/statement\.md)$/;
  const [, ofFile, ofStatement] = place.exec(path.replaceAll('\\', '/')) ?? [];
  return ofFile ?? ofStatement;
}

/** Whether `path` is `folder` or lies below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
