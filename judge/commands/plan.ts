import { UsageError } from '../errors.ts';
import { History } from '../history/history.ts';
import { dayAt, parseInterview } from '../plan/day.ts';
import { renderNoPlan, renderPlan } from '../reporters/plan.ts';
import type { Ending, Invocation } from './command.ts';
import { countDue, readPlan } from './preparation.ts';

/** Sets the day of the interview, and shows what is to be done until then. */
export async function plan({ root, words, options, screen, now }: Invocation): Promise<Ending> {
  const [word, ...rest] = words;
  if (rest.length > 0 || (word !== undefined && word !== 'off'))
    throw new UsageError(
      `"plan" takes no word but off, not "${words.join(' ')}". Set the day: npm run judge plan -- --date 2030-01-31`,
    );
  if (word === 'off' && options.date !== undefined)
    throw new UsageError('"plan off" forgets the day; leave --date out, or leave off out.');
  const today = dayAt(now().wallMs);
  const interview = options.date === undefined ? undefined : parseInterview(options.date, today);
  using history = new History(root);
  if (word === 'off') history.append('plan', 'plan', { kind: 'off' });
  if (interview !== undefined)
    history.append('plan', 'plan', {
      kind: 'set',
      interview: interview.toString(),
      made: today.toString(),
    });
  const current = readPlan(history, { root, today });
  const due = countDue(history, { root, today });
  process.stdout.write(
    current === undefined
      ? renderNoPlan({ today, isOff: word === 'off', screen })
      : renderPlan(current, { today, due, screen }),
  );
  return 'done';
}
