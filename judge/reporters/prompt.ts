import type { AskedPrompt } from '../model/ask.ts';
import type { Verdict } from '../model/verdict.ts';

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
  const rows = sources.map(({ n, id, score }) => `  [${n}] ${id}  score ${score.toFixed(3)}`);
  const list = rows.length > 0 ? `${rows.join('\n')}\n` : '  none is good enough\n';
  return `Sources\n${list}\nSystem\n${system}\n\nUser\n${user}\n`;
}
