import type { SubtaskManifest } from '../model/problem.ts';
import {
  command,
  labelled,
  painter,
  paragraph,
  rule,
  together,
  type TextOptions,
} from './layout.ts';

/** One hint, what it is about, and how many there are. `tier` counts from 1. */
export function renderHint(
  {
    slug,
    subtask,
    tier,
    isAgain,
  }: { slug: string; subtask: SubtaskManifest; tier: number; isAgain: boolean },
  options: TextOptions,
): string {
  const { id, requirement, hints } = subtask;
  const isLast = tier === hints.length;
  const cost = isAgain
    ? 'this was the last hint already; not counted again'
    : 'recorded; costs no points';
  const next = isLast
    ? { type: `npm run judge why ${slug} ${id}`, remark: 'a fresh example' }
    : { type: `npm run judge hint ${slug} ${id}` };
  const lines = [
    ...together([`${slug} ${id}`, `hint ${tier} of ${hints.length}`, cost], options),
    ...rule(options),
    ...labelled('Asked', requirement, options),
    ...(options.isPlain ? [] : ['']),
    ...paragraph(hints[tier - 1] ?? '', options).map((line) => painter(options)('bold', line)),
    ...(options.isPlain ? [] : ['']),
    ...command('Next', next, options),
  ];
  return `${lines.join('\n')}\n`;
}
