// A tree of its own with a problem package in it, made by `judge new` and filled in.
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { locate } from '#judge/problem/locate.ts';
import { scaffold } from '#judge/verify/scaffold.ts';
import { root } from './cli.ts';

export const slug = 'word-count';

/** A folder with the judge and its libraries in reach, and no problem. The caller removes it. */
export function makeTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'judge-tree-'));
  for (const name of ['judge', 'node_modules']) symlinkSync(join(root, name), join(tree, name));
  cpSync(join(root, 'package.json'), join(tree, 'package.json'));
  return tree;
}

/** Follows the recipe of judge/README.md: new, then each TODO filled in. */
export function addPackage(tree: string): void {
  scaffold(tree, slug);
  for (const [path, text] of Object.entries(filled)) write(tree, path, text);
  const wrongs: Record<string, string> = {
    'always-zero': '0',
    'always-five': '5',
    'first-only': 'values[0] ?? 0',
    'last-left-out': 'sum(values.slice(0, -1))',
    'first-left-out': 'sum(values.slice(1))',
    'signs-lost': 'sum(values.map(Math.abs))',
    'mean-for-sum': 'sum(values) / values.length',
    'one-too-many': 'sum(values) + 1',
  };
  for (const [name, expression] of Object.entries(wrongs)) {
    const text = `// Loses: basics
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
export const solve = (values: number[]): number => ${expression.includes('values') ? expression : `(values.length, ${expression})`};
export const helper = sum;
`;
    write(tree, `solutions/${slug}/wrong_answer/${name}.ts`, text);
  }
}

export function write(tree: string, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

export const pathsOf = (tree: string) => locate(tree, slug);

const filled: Record<string, string> = {
  [`problems/coding/${slug}/problem.json`]: JSON.stringify({
    $schema: '../problem.schema.json',
    formatVersion: 1,
    title: 'A sum',
    minutes: 5,
    exports: ['solve'],
    limits: { callTimeMs: 3000 },
    subtasks: [
      {
        id: 'basics',
        title: 'Sums',
        requirement: 'solve answers the sum of its values',
        points: 100,
        hints: ['Add.', 'Begin at 0.', 'values.reduce((sum, value) => sum + value, 0)'],
      },
    ],
  }),
  [`problems/coding/${slug}/statement.md`]: `# A sum (5 minutes)

Export this function:

\`\`\`ts
function solve(values: number[]): number;
\`\`\`

## Examples

\`\`\`ts
solve([1, 2])         // 3
solve([1 / 3])        // 0.3333…  // cut off
\`\`\`
`,
  [`problems/coding/${slug}/sample.test.ts`]: `import { z } from 'zod';
import { checkSame, subtask, test } from '#judge/suite/api.ts';

subtask(
  'solve',
  async ({ candidate }) => {
    await candidate.call('solve', [[1]], z.number());
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      checkSame(await candidate.call('solve', [[1, 2]], z.number()), 3, 'solve([1, 2])');
    });
  },
);
`,
  [`problems/coding/${slug}/hidden.test.ts`]: `import { z } from 'zod';
import { checkSame, subtask, test } from '#judge/suite/api.ts';
import { expectedAnswer, randomValues } from './generate.ts';

const Answer = z.union([z.number(), z.nan()]);

subtask(
  'basics',
  async ({ candidate }) => {
    const answer = await candidate.call('solve', [[4, 3]], Answer);
    checkSame(answer, 7, 'your solve of 4 and 3');
  },
  () => {
    test('random values', async ({ candidate, random }) => {
      const values = randomValues(random);
      const answer = await candidate.call('solve', [values], Answer, { keepsArguments: true });
      checkSame(answer, expectedAnswer(values), 'your solve of random values');
    });
  },
);
`,
  [`problems/coding/${slug}/generate.ts`]: `import type { Random } from '#judge/suite/api.ts';

export { solve as expectedAnswer } from '../../../solutions/${slug}/accepted/reference.ts';

export function randomValues(random: Random): number[] {
  return Array.from({ length: random.int(5, 20) }, () => random.int(-100, 100) - 0.5);
}
`,
  [`starters/${slug}.ts`]: `// Begin with solve: it is all there is.
export function solve(values: number[]): number {
  throw new Error(\`TODO: solve \${values.length} values\`);
}
`,
  [`fixtures/${slug}/README.md`]: 'There are no fixtures.\n',
  [`solutions/${slug}/accepted/reference.ts`]: `// Written: by the author; also the oracle.
export function solve(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
`,
  [`solutions/${slug}/accepted/loop.ts`]: `// Written: by the author.
export async function solve(values: number[]): Promise<number> {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
`,
  [`solutions/${slug}/accepted/blind.ts`]: `// Written: blind from the statement.
export const solve = (values: number[]): number =>
  values.length === 0 ? 0 : (values[0] ?? 0) + solve(values.slice(1));
`,
};
