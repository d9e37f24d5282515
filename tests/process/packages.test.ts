// Every problem package, proved as its author proves it: `judge verify`, each solution on one seed.
import { expect, test } from 'vitest';
import { listSlugs } from '#judge/problem/locate.ts';
import { root, runCli } from '../helpers/cli.ts';

const timeout = 30 * 60_000;

for (const slug of listSlugs(root)) {
  test(`verify proves ${slug}`, { timeout }, async () => {
    const { exitCode, stdout, stderr } = await runCli(['verify', slug, '--seeds', '1']);
    expect(exitCode, `${stdout}${stderr}`).toBe(0);
  });
}
