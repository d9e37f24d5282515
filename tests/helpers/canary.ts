// A problem whose hidden data is full of unique tokens: none of them may be in any output.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './cli.ts';

export const slug = 'greeting';
/** In every token: texts, a number, names of tests and files and functions. */
export const tokens = /canary|48151623/i;

/** A tree of its own with that problem, below a folder with a token in its name. The caller removes it. */
export function plantCanaries(): string {
  const tree = mkdtempSync(join(tmpdir(), 'CANARY-folder-'));
  for (const name of ['judge', 'node_modules']) symlinkSync(join(root, name), join(tree, name));
  const manifest = { type: 'module', imports: { '#judge/*': './judge/*' } };
  const files = { ...problem, 'package.json': JSON.stringify(manifest) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

const folder = `problems/coding/${slug}`;
const hints = ['a', 'b', 'c'];
const problem = {
  [`${folder}/problem.json`]: JSON.stringify({
    formatVersion: 1,
    title: 'A greeting',
    minutes: 1,
    exports: ['greet'],
    limits: { callTimeMs: 1500, outputChars: 5000 },
    subtasks: [
      { id: 'texts', title: 'Texts', requirement: 'greets', points: 50, hints },
      { id: 'objects', title: 'Objects', requirement: 'describes', points: 50, hints },
    ],
  }),
  [`${folder}/statement.md`]: '# A greeting (1 minute)\n',
  [`${folder}/sample.test.ts`]: '',
  [`${folder}/canaryData.ts`]: `
export const canaryInput = 'canary-input';
export const canaryExpected = { text: 'canary-expected', numbers: [48151623, 42], counts: { 'canary-class': 1, 'canary-other': 2 } };
export function canaryCheck(isRight: boolean): void {
  if (!isRight) throw new Error('a bug of the suite');
}
`,
  [`${folder}/hidden.test.ts`]: `// canary-comment
import { z } from 'zod';
import { checkSame, subtask, test } from '#judge/suite/api.ts';
import { canaryCheck, canaryExpected, canaryInput } from './canaryData.ts';

const Described = z.object({ text: z.string(), numbers: z.array(z.number()), counts: z.record(z.string(), z.number()) });

subtask('texts', async ({ candidate }) => {
  await candidate.call('greet', ['canary-control', {}], z.unknown());
}, () => {
  test('canary-test-name', async ({ candidate }) => {
    const answer = await candidate.call('greet', [canaryInput, { 'canary-option': 48151623 }], z.unknown());
    checkSame(answer, canaryExpected, 'your greeting');
  });
  // A judge error names its test case, so that it can be mended.
  test('no bug', async ({ candidate }) => {
    canaryCheck((await candidate.call('greet', [canaryInput, {}], z.unknown())) !== 'bug');
  });
  test('canary-other-name', async ({ candidate }) => {
    const { text } = await candidate.call('greet', [canaryInput, {}], Described);
    checkSame(text, canaryExpected.text, 'the text of your greeting');
  });
});

subtask('objects', async ({ candidate }) => {
  await candidate.call('greet', ['canary-control', {}], z.unknown());
}, () => {
  test('canary-third-name', async ({ candidate }) => {
    const { counts } = await candidate.call('greet', [canaryInput, {}], Described);
    checkSame(counts, canaryExpected.counts, 'the counts of your greeting');
  });
});
`,
  [`starters/${slug}.ts`]: '// Begin with greet.\nexport const greet = () => 1;\n',
  [`fixtures/${slug}/README.md`]: 'None.\n',
  [`solutions/${slug}/accepted/reference.ts`]:
    '// canary-reference\nexport const greet = () => 1;\n',
};

const right = `({ text: 'canary-expected', numbers: [48151623, 42], counts: { 'canary-class': 1, 'canary-other': 2 } })`;

/** Submissions by the verdict that each must get; those of the faults hold no token themselves. */
export const submissions: readonly { name: string; verdict: string; source: string }[] = [
  {
    name: 'the right answer, so that the tokens are known to be what is compared',
    verdict: 'AC',
    source: `export const greet = () => ${right};\n`,
  },
  {
    name: 'a wrong value',
    verdict: 'WA',
    source: `export const greet = () => ({ text: 'no', numbers: [1, 2], counts: {} });\n`,
  },
  {
    name: 'a field too few',
    verdict: 'WA',
    source: `export const greet = () => ({ text: 'no', numbers: [1, 2] });\n`,
  },
  {
    name: 'a key too few and another too many',
    verdict: 'WA',
    source: `export const greet = () => ({ counts: { own: 1 }, numbers: [], text: 'no' });\n`,
  },
  {
    name: 'its input as the answer',
    verdict: 'WA',
    source: `export const greet = (name: string, options: object) => {
  console.log(name, options);
  return [name, options];
};\n`,
  },
  {
    name: 'an error that says its input',
    verdict: 'RTE',
    source: `export const greet = (name: string, options: object) => {
  throw new TypeError(\`\${name} with \${JSON.stringify(options)} is too much\`);
};\n`,
  },
  {
    name: 'a late error that says its input',
    verdict: 'WA',
    source: `export const greet = (name: string) => {
  void Promise.reject(new Error(name));
  return name.length;
};\n`,
  },
  {
    name: 'a function that never ends',
    verdict: 'TLE',
    source: 'export const greet = () => {\n  for (;;);\n};\n',
  },
  { name: 'a file that does not load', verdict: 'CE', source: 'export const greet = (\n' },
  {
    name: 'an answer that the suite stumbles over',
    verdict: 'JE',
    source: `export const greet = () => 'bug';\n`,
  },
];
