import { constants } from 'node:os';

/** Older names of signals that have a better known one. */
const aliases = ['SIGIOT', 'SIGPOLL', 'SIGUNUSED'];
const signalNames = new Map<number, string>(
  Object.entries(constants.signals)
    .filter(([name]) => !aliases.includes(name))
    .map(([name, number]) => [number, name]),
);

/** The signal that ended a sandboxed process. A sandbox passes it on as 128 plus its number, as shells do. */
export function endingSignal(
  code: number | null,
  signal: NodeJS.Signals | null,
): string | undefined {
  return signal ?? signalNames.get((code ?? 0) - 128);
}

/** How a sandboxed process ended. */
export function describeEnding(code: number | null, signal: NodeJS.Signals | null): string {
  const ending = endingSignal(code, signal);
  return ending === undefined ? `exited with code ${code}` : `was ended by ${ending}`;
}
