import type { Explanation } from '../explain.ts';
import type { SubtaskManifest } from '../model/problem.ts';
import type { Example } from '../suite/record.ts';
import { labelled, painter, paragraph, rule, together, type TextOptions } from './layout.ts';

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
  const sections = [
    [...together([`${slug} ${id}`, about, 'costs no points'], options), ...rule(options)],
    [...labelled('Asked', requirement, options), ...labelled('Found', fault.message, options)],
    ...(example.kind === 'call'
      ? exampleSections(example, view, options)
      : [fixedText(view, options)]),
  ];
  const shown = sections.map((lines) => lines.join('\n'));
  return `${shown.join(options.isPlain ? '\n' : '\n\n')}\n`;
}

function exampleSections(
  example: Example & { kind: 'call' },
  { slug, subtask, explanation, samplePath }: WhyView,
  options: TextOptions,
): string[][] {
  const { call, args, expected, yours, before, test } = example;
  const again = `npm run judge why ${slug} ${subtask.id}`;
  const expectation =
    expected === undefined
      ? labelled(
          'Expected',
          'several answers are right; what counts is what is asked above',
          options,
        )
      : block('Expected', expected, options);
  const isRepeatable = test === undefined;
  return [
    ...(before === undefined
      ? []
      : [
          [
            ...block('First', callText(call, before.args), options),
            ...block('Yours', before.yours, options),
          ],
        ]),
    [
      ...block(before === undefined ? 'Call' : 'Then', callText(call, args), options),
      ...expectation,
      ...block('Yours', yours, options),
    ],
    test === undefined
      ? []
      : [
          ...paragraph(
            painter(options)('bold', `As a test, for the end of ${samplePath}:`),
            options,
          ),
          '',
          test,
        ],
    [
      ...(isRepeatable
        ? labelled('Again', `${again} -- --seed ${explanation.seed}    this example`, options)
        : labelled('Next', `npm run judge sample ${slug}    once the test is pasted`, options)),
      ...labelled('', `${again}    another example`, options),
    ],
  ].filter((lines) => lines.length > 0);
}

/** Every seed asks this very input, so showing it would show a hidden one. */
function fixedText({ slug, subtask }: WhyView, options: TextOptions): string[] {
  return [
    ...paragraph(
      'It fails on an edge case that the hidden tests ask every time, and which has no variants: it is not shown. Read the two lines above word by word, and try small inputs of your own.',
      options,
    ),
    ...labelled('Next', `npm run judge hint ${slug} ${subtask.id}`, options),
  ];
}

function callText(call: string, args: readonly string[]): string {
  const line = `${call}(${args.join(', ')})`;
  if (!line.includes('\n') && line.length <= 64) return line;
  return `${call}(\n${args.map((arg) => `  ${arg.replaceAll('\n', '\n  ')},`).join('\n')}\n)`;
}

/** A text of its own lines under a label. */
function block(label: string, text: string, options: TextOptions): string[] {
  if (options.isPlain) return [`${label.toLowerCase()}: ${text.replace(/\s*\n\s*/g, ' ')}`];
  const lines = text.split('\n');
  const fits = lines.every((line) => line.length <= options.columns - 12);
  // Code is not wrapped where that can be helped: it may be copied.
  if (fits) return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(12)}${line}`);
  return [label, ...lines.map((line) => `  ${line}`)];
}
