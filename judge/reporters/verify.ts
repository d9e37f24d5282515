import { styleText } from 'node:util';

type Finding = { what: string; where: string; next: string };
type CheckResult = { summary: string; findings: readonly Finding[]; seconds: number };

const shownFindings = 12;
const nameWidth = 12;

/** One line for a check that passed; what a failing one found, spread out. */
export function renderCheck(
  { name, result }: { name: string; result: CheckResult },
  { hasColor, columns }: { hasColor: boolean; columns: number },
): string {
  const { findings, summary, seconds } = result;
  const time = seconds < 1 ? '' : ` (${Math.round(seconds)} s)`;
  const paint = (style: 'green' | 'red', text: string): string =>
    hasColor ? styleText(style, text, { validateStream: false }) : text;
  if (findings.length === 0)
    return wrap(
      `  ${paint('green', 'ok  ')}  ${name.padEnd(nameWidth)}`,
      `${summary}${time}`,
      columns,
    );
  const count = `${findings.length} finding${findings.length === 1 ? '' : 's'}${time}`;
  const shown = findings
    .slice(0, shownFindings)
    .flatMap(({ what, where, next }) => [
      wrap('        what   ', what, columns),
      wrap('        where  ', where, columns),
      wrap('        next   ', next, columns),
      '\n',
    ]);
  const more = findings.length - shownFindings;
  const rest = more > 0 ? [`        and ${more} more\n`] : [];
  return [`  ${paint('red', 'FAIL')}  ${name.padEnd(nameWidth)}${count}\n`, ...shown, ...rest].join(
    '',
  );
}

/** Text behind a head, broken at spaces, continued under its beginning. */
function wrap(head: string, text: string, columns: number): string {
  // oxlint-disable-next-line no-control-regex -- colour takes no room
  const indent = head.replaceAll(/\u001b\[\d+m/g, '').length;
  const room = Math.max(20, Math.min(columns, 100) - indent);
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(indent)}${line}\n`).join('');
}

/** What a check is at, on a terminal, in one line that the next text replaces. */
export function renderProgress(
  name: string,
  { done, total }: { done: number; total: number },
): string {
  return `\r\u001b[K  ...   ${name.padEnd(nameWidth)}${total > 0 ? `${done} of ${total}` : ''}`;
}

export const clearProgress = '\r\u001b[K';
