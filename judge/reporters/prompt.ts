import type { AskedPrompt } from '../model/ask.ts';
import { printable, visibleLines } from '../model/printable.ts';
import type { Verdict } from '../model/verdict.ts';

const maxIdChars = 200;

type Tried =
  | { kind: 'answered'; prompt: AskedPrompt }
  | { kind: 'failed'; fault: { verdict: Verdict; message: string; line?: number | undefined } };

/** The prompt that a submission built, with its sources; or what went wrong. */
export function renderPrompt(tried: Tried): string {
  if (tried.kind === 'failed') {
    const { verdict, line, message } = tried.fault;
    return `${verdict}  ${line === undefined ? '' : `line ${line}: `}${message}\n`;
  }
  const { system, user, sources } = tried.prompt;
  const rows = sources.map(
    ({ n, id, score }) => `  [${n}] ${printable(id, maxIdChars)}  score ${score.toFixed(3)}`,
  );
  const list = rows.length > 0 ? `${rows.join('\n')}\n` : '  none is good enough\n';
  return `Sources\n${list}\nSystem\n${shown(system)}\n\nUser\n${shown(user)}\n`;
}

/** What a language model answered. */
export function renderAnswer(model: string, answer: string): string {
  return `\nAnswer of ${model}\n${shown(answer)}\n`;
}

/** Words of documents, of a submission, of a model: to be read as they are, not acted upon. */
function shown(text: string): string {
  return visibleLines(text)
    .join('\n')
    .replace(/^(\s*):(?=:)/gm, '$1: ');
}
