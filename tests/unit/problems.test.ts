import { expect, test } from 'vitest';
import { loadProblem } from '#judge/problem/load.ts';
import { listSlugs } from '#judge/problem/locate.ts';
import { root } from '../helpers/cli.ts';

test.each(listSlugs(root))('%s asks at least five questions after it is solved', (slug) => {
  expect(loadProblem(root, slug).manifest.followUps.length).toBeGreaterThanOrEqual(5);
});
