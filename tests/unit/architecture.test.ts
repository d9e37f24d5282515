import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../helpers/cli.ts';

/** Which parts of judge/ a part may import at run time; type-only imports are free. */
const mayImport: Record<string, string[]> = {
  cli: ['commands', 'problem', 'reporters', 'session', 'errors'],
  commands: [
    'design',
    'doctor',
    'drill',
    'editor',
    'mock',
    'plan',
    'star',
    'verify',
    'judge',
    'warm',
    'watch',
    'explain',
    'llm',
    'problem',
    'reporters',
    'history',
    'session',
    'standing',
    'progress',
    'clock',
    'model',
    'errors',
  ],
  session: ['history', 'clock', 'model', 'errors'],
  clock: ['model'],
  standing: ['clock', 'model'],
  progress: ['clock', 'standing', 'model'],
  judge: ['arm', 'ask', 'judgement', 'try', 'problem', 'sandbox', 'suite', 'errors'],
  warm: ['arm', 'problem', 'suite', 'errors'],
  arm: ['advice', 'errors', 'judgement', 'problem', 'report', 'sandbox'],
  judgement: ['ask', 'sandbox', 'scoring', 'suite', 'errors'],
  watch: ['problem'],
  verify: ['judge', 'judgement', 'ask', 'advice', 'problem', 'sandbox', 'suite', 'model', 'errors'],
  ask: ['candidate', 'leftovers', 'problem', 'services', 'suite', 'model'],
  explain: ['ask', 'problem', 'sandbox', 'suite', 'errors'],
  try: ['ask', 'candidate', 'leftovers', 'services', 'suite', 'model'],
  llm: ['errors', 'model'],
  report: ['problem', 'model'],
  scoring: ['model'],
  suite: ['cache', 'candidate', 'model', 'errors'],
  candidate: ['sandbox', 'errors', 'model'],
  advice: ['errors', 'leftovers', 'problem'],
  sandbox: ['cache', 'errors', 'leftovers', 'programs'],
  services: ['errors', 'leftovers', 'model'],
  doctor: [
    'candidate',
    'editor',
    'errors',
    'leftovers',
    'model',
    'problem',
    'programs',
    'sandbox',
    'services',
  ],
  leftovers: ['errors', 'programs'],
  programs: [],
  editor: [],
  cache: [],
  problem: ['model', 'errors'],
  drill: ['model', 'errors'],
  star: ['model'],
  plan: ['drill', 'model', 'errors'],
  mock: ['model'],
  design: ['drill', 'model'],
  reporters: ['model'],
  history: ['model', 'errors'],
  model: [],
  errors: [],
};

const judge = join(root, 'judge');
const partOf = (file: string): string =>
  relative(judge, file).split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** The relative files that a file imports at run time. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const found = source.matchAll(
    /^\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  );
  return [...found].map((match) => resolve(dirname(file), match[1] ?? match[2] ?? ''));
}

const files = globSync(join(judge, '**/*.ts'));

test('imports inside judge/ go one way', () => {
  const forbidden = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => partOf(target) !== partOf(file))
      .filter((target) => !mayImport[partOf(file)]?.includes(partOf(target)))
      .map((target) => `${relative(root, file)} -> ${relative(root, target)}`),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(forbidden).toEqual([]);
});

test('the candidate process imports nothing of ours', () => {
  expect(importsOf(join(judge, 'candidate/main.ts'))).toEqual([]);
});

test('problems import only the suite api, their own files and their reference', () => {
  for (const file of globSync(join(root, 'problems/coding/*/*.ts'))) {
    const source = readFileSync(file, 'utf8');
    for (const [, name = ''] of source.matchAll(/from\s+'([^']+)'/g)) {
      const isOurs = name.startsWith('.') || name.startsWith('#');
      if (isOurs)
        expect(name).toMatch(
          /^(#judge\/suite\/api\.ts|\.\/[\w-]+\.ts|\.\.\/\.\.\/\.\.\/solutions\/[\w-]+\/accepted\/reference\.ts)$/,
        );
    }
  }
});
