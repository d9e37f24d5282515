// What may be known once a problem is solved or given up.
import { dirname, relative } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { command, numbered, paragraph, type TextOptions } from './layout.ts';

/** What follows a run with all points; in a mock the round goes on until the person ends it. */
export function renderSolved(
  problem: Problem,
  { mock, ...options }: TextOptions & { root: string; mock: string | undefined },
): string {
  return mock === undefined
    ? renderDisclosure(problem, options)
    : paragraph('All points. Type done at "mock>": that ends the round.', options).join('\n');
}

/** Where the hidden suite and our solutions are, and what an interviewer would ask next. */
export function renderDisclosure(
  { manifest, paths }: Problem,
  options: TextOptions & { root: string },
): string {
  const { followUps } = manifest;
  const place = (path: string): string => relative(options.root, path);
  return [
    ...command('Suite', { type: place(paths.hiddenSuite) }, options),
    ...command('Solutions', { type: `${place(dirname(paths.reference))}/` }, options),
    ...(followUps.length === 0 ? [] : paragraph('An interviewer would go on and ask:', options)),
    ...numbered(followUps, 'question', options),
    '',
  ].join('\n');
}
