import type { SampleResult } from '../judge.ts';
import { visibleLines } from '../model/printable.ts';
import type { CaseResult } from '../suite/run.ts';

/** The visible tests, one line each. */
export function renderSample(result: SampleResult): string {
  const printed =
    result.printed === ''
      ? ''
      : `\nPrinted by your code (the end of it):\n${quote(result.printed.trimEnd())}\n`;
  if (result.kind === 'notRun') {
    const { verdict, message, line } = result.fault;
    return `${verdict}  ${line === undefined ? '' : `line ${line}: `}${message}\n${printed}`;
  }
  const lines = result.groups.flatMap(({ id, control, cases }) => [
    id,
    ...[...(control?.kind === 'failed' ? [control] : []), ...cases].map(caseLine),
  ]);
  const cases = result.groups.flatMap((group) => group.cases);
  const passed = cases.filter(({ kind }) => kind === 'passed').length;
  return `${lines.join('\n')}\n\nSample ${passed} of ${cases.length} passed. These tests give no points.\n${printed}`;
}

/** Behind a bar, so that no line of it is taken for one of ours, or for a command by a CI. */
function quote(text: string): string {
  return visibleLines(text)
    .map((line) => `| ${line}`.trimEnd())
    .join('\n');
}

function caseLine(result: CaseResult): string {
  switch (result.kind) {
    case 'passed':
      return `  AC   ${result.title}`;
    case 'failed': {
      const { verdict, line, message } = result.fault;
      return `  ${verdict.padEnd(4)} ${result.title}\n         ${line === undefined ? '' : `line ${line}: `}${message}`;
    }
    case 'skipped':
      return `  --   ${result.title}`;
  }
}
