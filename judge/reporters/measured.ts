// How well the matcher agrees with the labelled answers.
import type { Measured, Measurement } from '../model/concept.ts';
import type { TextOptions } from './layout.ts';

/** A row for each question, held-out answers only, and the sums. */
export function renderMeasured(
  byConcept: Measured,
  {
    all,
    tuned,
    model,
    isTrusted,
    screen,
  }: {
    all: Measurement;
    tuned: Measurement;
    /** The sentence model without the patterns. */
    model: Measurement | undefined;
    isTrusted: (measurement: Measurement) => boolean;
    screen: TextOptions;
  },
): string {
  const rows = [
    ...Object.entries(byConcept).map(([name, measured]) => ({
      name,
      measured,
      note: isTrusted(measured) ? '' : 'only suggests',
    })),
    { name: 'all', measured: all, note: `${all.decisions} decisions` },
    ...(model === undefined
      ? []
      : [{ name: 'sentence model alone', measured: model, note: 'never counts' }]),
    { name: 'all, answers in view', measured: tuned, note: 'patterns tuned on these' },
  ];
  const head = [`${'held-out answers'.padEnd(nameWidth)}  prec.    rec.  kappa`];
  return `${[
    ...(screen.isPlain || screen.columns < columnsOfATable ? [] : head),
    ...rows.map((row) => render(row, screen)),
  ].join('\n')}\n`;
}

const nameWidth = 26;
const columnsOfATable = 72;

function render(
  { name, measured, note }: { name: string; measured: Measurement; note: string },
  { isPlain, columns }: TextOptions,
): string {
  const [precision, recall, kappa] = [measured.precision, measured.recall, measured.kappa].map(
    (value) => value.toFixed(3),
  );
  const remark = note === '' ? '' : `, ${note}`;
  if (isPlain) return `${name}: precision ${precision}, recall ${recall}, kappa ${kappa}${remark}`;
  if (columns < columnsOfATable)
    return `${name}${remark}\n  prec. ${precision} rec. ${recall} kappa ${kappa}`;
  return `${name.padEnd(nameWidth)}  ${precision}  ${recall}  ${kappa}   ${note}`.trimEnd();
}
