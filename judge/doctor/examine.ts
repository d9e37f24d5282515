// Looks at everything the judge needs of a machine, and says what to do where it is not there.
import type { Finding } from '../model/finding.ts';
import { checkLimits, checkSandbox } from './confinement.ts';
import { checkClock, checkDisk, checkEditor } from './machine.ts';
import { checkRuntime } from './runtime.ts';
import { checkChroma, checkModel } from './services.ts';
import { checkTrial } from './trial.ts';

/** The findings, one after the other as they are made. */
export async function* examine(root: string): AsyncGenerator<Finding> {
  yield checkRuntime();
  yield checkSandbox();
  yield checkLimits();
  yield await checkTrial();
  yield await checkChroma(root);
  yield await checkModel(root);
  yield await checkClock();
  yield checkDisk(root);
  yield checkEditor();
}

/** Without these nothing can be judged. */
const vital: readonly string[] = ['Runtime', 'Trial', 'Disk'];

/** Whether a problem without services can be judged. */
export function canJudge(findings: readonly Finding[]): boolean {
  return !findings.some(({ name, state }) => state === 'fail' && vital.includes(name));
}
