import type { SampleResult } from '../judge.ts';
import { visibleLines } from '../model/printable.ts';
import type { CaseResult } from '../suite/run.ts';
import { command, paragraph, widthOf, wrap, type TextOptions } from './layout.ts';

type Options = TextOptions & { slug: string };

/** The visible tests, one line each, and what to type next. */
export function renderSample(result: SampleResult, options: Options): string {
  const printed =
    result.printed === ''
      ? ''
      : `\nPrinted by your code (the end of it):\n${quote(result.printed.trimEnd())}\n`;
  if (result.kind === 'notRun') {
    const { verdict, message, line } = result.fault;
    const said = `${verdict}  ${line === undefined ? '' : `line ${line}: `}${message}`;
    return `${paragraph(said, options).join('\n')}\n${printed}`;
  }
  const lines = result.groups.flatMap(({ id, control, cases }) => [
    id,
    ...[...(control?.kind === 'failed' ? [control] : []), ...cases].flatMap((one) =>
      caseLines(one, options),
    ),
  ]);
  const cases = result.groups.flatMap((group) => group.cases);
  const passed = cases.filter(({ kind }) => kind === 'passed').length;
  const sum = `Sample ${passed} of ${cases.length} passed. These tests give no points.`;
  const next = command('Judge', { type: `npm run judge ${options.slug}` }, options);
  const gap = options.isPlain ? [] : [''];
  return `${[...lines, ...gap, ...paragraph(sum, options), ...next].join('\n')}\n${printed}`;
}

/** Behind a bar, so that no line of it is taken for one of ours, or for a command by a CI. */
function quote(text: string): string {
  return visibleLines(text)
    .map((line) => `| ${line}`.trimEnd())
    .join('\n');
}

function caseLines(result: CaseResult, options: TextOptions): string[] {
  switch (result.kind) {
    case 'passed':
      return wrapped(`  AC   ${result.title}`, options);
    case 'failed': {
      const { verdict, line, message, compared } = result.fault;
      const about = [
        `${line === undefined ? '' : `line ${line}: `}${message}`,
        ...(compared === undefined ? [] : [`got ${compared.got}, expected ${compared.expected}`]),
      ];
      return [
        ...wrapped(`  ${verdict.padEnd(4)} ${result.title}`, options),
        ...about.flatMap((text) => wrapped(`         ${text}`, options)),
      ];
    }
    case 'skipped':
      return wrapped(`  --   ${result.title}`, options);
  }
}

function wrapped(line: string, options: TextOptions): string[] {
  return options.isPlain ? [line.trim()] : wrap(line, widthOf(options), '         ');
}
