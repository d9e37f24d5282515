// What may be known once a problem is solved or given up.
import { dirname, relative } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { command, numbered, paragraph, type TextOptions } from './layout.ts';

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
