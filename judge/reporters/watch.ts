// What watch says between two reports.
import type { Clock } from '../clock.ts';
import { duration, together, type TextOptions } from './layout.ts';

const keys = [
  'r run',
  'h hint',
  'w why',
  't time',
  'p pause or go on',
  's statement',
  'o open in your editor',
  '? keys',
  'q quit',
];

/** What each key does. */
export function renderKeys(options: TextOptions): string {
  return `${together(keys, options).join('\n')}\n`;
}

/** What is said of a save, or of the file. */
export function watchNews(
  news: 'gone' | 'unchanged' | 'waiting' | 'later',
  { file, hasKeys }: { file: string; hasKeys: boolean },
): string {
  switch (news) {
    case 'gone':
      return `${file} is gone. Waiting until it is there again.`;
    case 'unchanged':
      return 'Saved, and nothing is changed: the verdict above stands.';
    case 'later':
      return 'As soon as the run is over ...';
    case 'waiting':
      return `Waiting for a save of ${file}.${hasKeys ? ' Keys: ?' : ''}`;
  }
}

/** Before a run: what stands above is of another text. */
export function judgingLine({ at, hasVerdict }: { at: Date; hasVerdict: boolean }): string {
  const time = at.toTimeString().slice(0, 8);
  const old = hasVerdict ? 'The verdict above is old. ' : '';
  return `${old}Judging the file as of ${time} ...`;
}

/** The last line of a terminal: what watch does and how much time is left. */
export function statusLine(
  { state, clock }: { state: 'waiting' | 'judging'; clock: Clock | undefined },
  { columns }: TextOptions,
): string {
  const parts = [state === 'waiting' ? 'waiting for a save' : 'judging', timeText(clock)];
  const head = parts.filter((part) => part !== '').join('  ');
  const long = `${head}    r run  h hint  w why  ? keys  q quit`;
  return (long.length < columns ? long : head).slice(0, columns - 1);
}

function timeText(clock: Clock | undefined): string {
  if (clock === undefined || clock.kind === 'ended') return '';
  const rest =
    clock.overMs > 0 ? `${duration(clock.overMs)} over` : `${duration(clock.leftMs)} left`;
  return clock.kind === 'paused' ? `paused, ${rest}` : rest;
}
