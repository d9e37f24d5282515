// What a person is told who leaves in the middle of typing.
import { command, paragraph, type TextOptions } from './layout.ts';

/** Nothing is recorded and nothing is lost; `type` goes on. `isTimed` where a clock was running. */
export function renderStopped(
  { type, isTimed = false }: { type: string; isTimed?: boolean },
  options: TextOptions,
): string {
  const kept = isTimed ? 'What you typed is kept and the clock stands.' : 'What you typed is kept.';
  const told = paragraph(`Not recorded. ${kept}`, options);
  return `\n${[...told, ...command('Go on', { type }, options)].join('\n')}\n`;
}
