// What watch says between two reports.
import type { Clock } from '../clock.ts';
import type { Report } from '../model/report.ts';
import type { Mode } from '../model/session.ts';
import { together, type TextOptions } from './layout.ts';
import { restText } from './timing.ts';

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

/** What each key does; the clock of an interview does not pause. */
export function renderKeys(mode: Mode | undefined, options: TextOptions): string {
  const shown = mode === 'interview' ? keys.filter((key) => !key.startsWith('p ')) : keys;
  return `${together(shown, options).join('\n')}\n`;
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

export type Status = {
  state: 'waiting' | 'judging';
  clock: Clock | undefined;
  /** Of the text that was judged last: the head of its report may have left the screen. */
  report?: Report | undefined;
};

/**
 * The last line of a terminal: the score, what watch does, how much time is left, keys. What does not
 * fit is left out whole: first keys, then what watch does, then the score.
 */
export function statusLine({ state, clock, report }: Status, { columns }: TextOptions): string {
  const score =
    state === 'judging' || report === undefined || report.verdict === 'JE'
      ? ''
      : `${report.points}/${report.maxPoints} ${report.verdict}`;
  const time = timeText(clock);
  const line = (...parts: string[]): string => parts.filter((part) => part !== '').join('  ');
  const long = line(score, state === 'waiting' ? 'waiting for a save' : 'judging', time);
  const shown = [
    `${long}    r run  h hint  w why  ? keys  q quit`,
    `${long}    h hint  w why  ? keys  q quit`,
    `${long}    ? keys  q quit`,
    line(long, '? keys'),
    line(score, state, time, '? keys'),
    line(score, state, time),
    line(score, time),
    time,
  ];
  return shown.find((text) => text.length < columns) ?? '';
}

function timeText(clock: Clock | undefined): string {
  if (clock === undefined || clock.kind === 'ended') return '';
  return clock.kind === 'paused' ? `paused, ${restText(clock)}` : restText(clock);
}
