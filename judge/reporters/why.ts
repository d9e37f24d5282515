import type { Explanation } from '../explain.ts';
import type { SubtaskManifest } from '../model/problem.ts';
import type { Example } from '../suite/record.ts';
import {
  command,
  labelled,
  painter,
  paragraph,
  rule,
  together,
  widthOf,
  wrap,
  type TextOptions,
} from './layout.ts';

type CallExample = Example & { kind: 'call' };

export type WhyView = {
  slug: string;
  subtask: SubtaskManifest;
  explanation: Extract<Explanation, { kind: 'found' }>;
  /** Path of the visible tests, as a person types it. */
  samplePath: string;
};

/** An example of a failing subtask: the call, what is expected, what the candidate's code does. */
export function renderWhy(view: WhyView, options: TextOptions): string {
  const { slug, subtask, explanation } = view;
  const { example, fault, seed } = explanation;
  const { id, requirement } = subtask;
  const about = example.kind === 'call' ? `a fresh example, seed ${seed}` : 'no example to show';
  const head = [
    ...together([`${slug} ${id}`, about, 'costs no points'], options),
    ...rule(options),
    ...labelled('Asked', requirement, options),
    ...labelled('Found', fault.message, options),
  ];
  const rest =
    example.kind === 'call' ? exampleSections(example, view, options) : [fixedText(view, options)];
  const shown = [head, ...rest].map((lines) => lines.join('\n'));
  return `${shown.join(options.isPlain ? '\n' : '\n\n')}\n`;
}

function exampleSections(
  example: CallExample,
  { slug, subtask, explanation, samplePath }: WhyView,
  options: TextOptions,
): string[][] {
  const { test } = example;
  const again = `npm run judge why ${slug} ${subtask.id}`;
  const title = `As a test, for the end of ${samplePath}:`;
  const next =
    test === undefined
      ? command('Again', { type: `${again} -- --seed ${explanation.seed}` }, options)
      : command(
          'Next',
          { type: `npm run judge sample ${slug}`, remark: 'once the test is pasted' },
          options,
        );
  return [
    ...callSections(example, options),
    ...(test === undefined ? [] : [[painter(options)('bold', title), test]]),
    [...next, ...command('Another', { type: again }, options)],
  ];
}

function callSections(example: CallExample, options: TextOptions): string[][] {
  const { call, args, expected, yours, before } = example;
  if (before === undefined) {
    const shown = [
      { label: 'Call', code: callText(call, args) },
      ...(expected === undefined ? [] : [{ label: 'Expected', code: expected }]),
      { label: 'Yours', code: yours },
    ];
    return [[...blocks(shown, options), ...(expected === undefined ? severalRight(options) : [])]];
  }
  const { changes } = before;
  const first = [
    { label: 'First', code: callText(call, before.args) },
    { label: 'Yours', code: before.yours },
  ];
  // The first changes tell what the others are like; of very many, or none, the whole call tells more.
  const isClear = changes.args.length > 0 && changes.args.length <= maxClear;
  const then = isClear
    ? [
        ...labelled('Then with', clipList(changes.args), options),
        ...labelled('Yours', clipList(changes.yours), options),
      ]
    : blocks(
        [
          { label: 'Then', code: callText(call, args) },
          { label: 'Yours', code: yours },
        ],
        options,
      );
  return [blocks(first, options), [...then, ...severalRight(options)]];
}

const maxClear = 30;
const maxListed = 5;

function clipList(changes: readonly string[]): string {
  if (changes.length === 0) return 'the same';
  const more = changes.length > maxListed ? ['and more'] : [];
  return [...changes.slice(0, maxListed), ...more].join('; ');
}

function severalRight(options: TextOptions): string[] {
  const text = 'several answers are right; what counts is what is asked above';
  return labelled('Expected', text, options);
}

/** No input can be shown: every seed asks this very one, or no single answer is wrong. */
function fixedText({ slug, subtask }: WhyView, options: TextOptions): string[] {
  return [
    ...paragraph(
      'No fresh input shows this: the hidden tests ask the same one every time, or it is about many answers together. Read what is asked and what was found word by word, and try small inputs of your own.',
      options,
    ),
    ...(options.isPlain ? [] : ['']),
    ...command('Next', { type: `npm run judge hint ${slug} ${subtask.id}` }, options),
  ];
}

function callText(call: string, args: readonly string[]): string {
  const line = `${call}(${args.join(', ')})`;
  if (!line.includes('\n') && line.length <= 64) return line;
  return `${call}(\n${args.map((arg) => `  ${arg.replaceAll('\n', '\n  ')},`).join('\n')}\n)`;
}

/** Code under labels: beside them where all of it fits, else below. */
function blocks(shown: readonly { label: string; code: string }[], options: TextOptions): string[] {
  if (options.isPlain)
    return shown.map(
      ({ label, code }) => `${label.toLowerCase()}: ${code.replace(/\s*\n\s*/g, ' ')}`,
    );
  const fits = shown.every(({ code }) =>
    code.split('\n').every((line) => line.length <= options.columns - 12),
  );
  return shown.flatMap(({ label, code }) => {
    const lines = code.split('\n');
    return fits
      ? lines.map((line, index) => `${(index === 0 ? label : '').padEnd(12)}${line}`)
      : [label, ...lines.flatMap((line) => set(`  ${line}`, { label, options }))];
  });
}

/** What is to be copied stays whole; what the candidate's code did is only read, and may be a sentence. */
function set(line: string, { label, options }: { label: string; options: TextOptions }): string[] {
  return label === 'Yours' ? wrap(line, widthOf(options), '  ') : [line];
}
