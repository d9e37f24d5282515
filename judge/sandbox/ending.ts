import { constants } from 'node:os';

const signalNames = new Map(Object.entries(constants.signals).map(([name, n]) => [n, name]));

/** How a sandboxed process ended. A sandbox passes a signal on as 128 plus its number, as shells do. */
export function describeEnding(code: number | null, signal: NodeJS.Signals | null): string {
  const ending = signal ?? signalNames.get((code ?? 0) - 128);
  return ending === undefined ? `exited with code ${code}` : `was ended by ${ending}`;
}
