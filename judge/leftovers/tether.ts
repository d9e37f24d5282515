import { findProgram } from '../programs.ts';

/**
 * The words of a command that the kernel kills when the thread that started it is gone, even when
 * the judge is killed: by setpriv(1) of util-linux. Where that is absent the command stays as it
 * is, and the next run ends what is left (sweep.ts).
 */
export function tether(command: readonly string[]): readonly string[] {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  if (setpriv === undefined) return command;
  return [setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--', ...command];
}
