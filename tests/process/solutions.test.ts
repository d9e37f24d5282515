// Every problem package is proved as `npm run judge verify` proves it, on one seed: its files, its
// examples, every solution, wrong answers, and that its certificate is of this suite.
import { describe, expect, test } from 'vitest';
import { listSlugs } from '#judge/problem/locate.ts';
import { root, runCli } from '../helpers/cli.ts';

/** Some hundred judgings. */
const limitMs = 20 * 60_000;

describe('a problem package is proved', () => {
  test.each(listSlugs(root))('%s', { timeout: limitMs }, async (slug) => {
    const { exitCode, stdout, stderr } = await runCli(['verify', slug, '--seeds', '1']);
    expect(exitCode, `${stdout}${stderr}`).toBe(0);
  });
});
