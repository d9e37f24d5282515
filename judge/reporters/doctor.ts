import type { Finding } from '../model/finding.ts';
import { wrap, type TextOptions } from './layout.ts';

const indent = ' '.repeat(16);

/** One finding: its name, its state in a word, what is there, and what to do below. */
export function renderFinding(
  { name, state, says, todo }: Finding,
  { columns, isPlain }: TextOptions,
): string {
  if (isPlain) {
    const part = name.toLowerCase();
    return `${part}: ${state}, ${says}\n${todo === undefined ? '' : `${part}, what to do: ${todo}\n`}`;
  }
  const lines = [
    ...wrap(`${name.padEnd(10)}${state.padEnd(6)}${says}`, columns, indent),
    ...(todo === undefined ? [] : wrap(`${indent}${todo}`, columns, indent)),
  ];
  return `${lines.join('\n')}\n`;
}
