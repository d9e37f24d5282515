// How well the matcher agrees with the labelled answers.
import type { Measured, Measurement } from '../model/concept.ts';
import type { TextOptions } from './layout.ts';

/** A row for each question, held-out answers only, and the sums. */
export function renderMeasured(
  byConcept: Measured,
  {
    all,
    tuned,
    isTrusted,
    screen,
  }: {
    all: Measurement;
    tuned: Measurement;
    isTrusted: (measurement: Measurement) => boolean;
    screen: TextOptions;
  },
): string {
  const row = (name: string, { precision, recall, kappa }: Measurement, note: string): string => {
    const numbers = [precision, recall, kappa].map((value) => value.toFixed(3));
    if (screen.isPlain)
      return `${name}: precision ${numbers[0]}, recall ${numbers[1]}, kappa ${numbers[2]}${note === '' ? '' : `, ${note}`}`;
    return `${name.padEnd(26)}${numbers.map((value) => value.padStart(7)).join('')}   ${note}`.trimEnd();
  };
  const head = screen.isPlain ? [] : [`${'held-out answers'.padEnd(26)}  prec.    rec.  kappa`];
  return `${[
    ...head,
    ...Object.entries(byConcept).map(([id, measurement]) =>
      row(id, measurement, isTrusted(measurement) ? '' : 'only suggests'),
    ),
    row('all', all, `${all.decisions} decisions`),
    row(
      'all, answers in view',
      tuned,
      `${tuned.decisions} decisions; patterns were tuned on these`,
    ),
  ].join('\n')}\n`;
}
