// What the candidate may read is ours: when it is missing, no submission is at fault.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.ts';
import { copyTree } from '../helpers/tree.ts';

describe('a fixture that the statement names is a usage error that names it', () => {
  for (const [name, breakIt] of [
    ['when it is absent', (path) => rmSync(path)],
    [
      'when it is something else',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    ['when all fixtures are absent', (path) => rmSync(dirname(path), { recursive: true })],
  ] satisfies [string, (path: string) => void][]) {
    test.concurrent(name, async () => {
      const tree = copyTree();
      breakIt(join(tree, 'fixtures/double/number.json'));
      const file = join(tree, 'reads.ts');
      writeFileSync(
        file,
        `import data from '${tree}/fixtures/double/number.json' with { type: 'json' };
        export const double = (n: number) => (2 * n * data.n) / 21;`,
      );
      const { exitCode, stderr } = await runCli(['double', '--file', file, '--root', tree]);
      rmSync(tree, { recursive: true });
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(
        /^fixtures\/double\/number\.json .*(is not there|is no file).*git checkout/,
      );
    });
  }
});
