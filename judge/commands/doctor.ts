import { canJudge, examine } from '../doctor/examine.ts';
import { UsageError } from '../errors.ts';
import type { Finding } from '../model/finding.ts';
import { renderFinding } from '../reporters/doctor.ts';
import type { Ending, Invocation } from './command.ts';
import { withPatience } from './patience.ts';

/** Looks at the machine and prints, line by line, what is there and what to do. */
export async function doctor({ root, words, options, screen }: Invocation): Promise<Ending> {
  if (words.length > 0)
    throw new UsageError(`"doctor" looks at everything; it takes no "${words.join(' ')}".`);
  const findings: Finding[] = [];
  const looking = examine(root);
  for (;;) {
    const { value, done } = await withPatience('Looking at the machine', {
      isPlain: options.plain,
      work: () => looking.next(),
    });
    if (done === true) break;
    findings.push(value);
    process.stdout.write(renderFinding(value, screen));
  }
  const isReady = canJudge(findings);
  const gap = screen.isPlain ? '' : '\n';
  const ending = isReady ? 'Ready to judge.' : 'Nothing can be judged yet: mend what says "fail".';
  process.stdout.write(`${gap}${ending}\n`);
  return isReady ? 'done' : 'judgeError';
}
