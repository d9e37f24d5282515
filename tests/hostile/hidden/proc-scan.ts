// Reads the command lines, environments and memory of all processes that it sees.
// Case: 46 proc-scan
// Expect: WA
// At most: 0
import { openSync } from 'node:fs';
import { attempt, list, read } from './look.ts';

const pids = ['self', ...list('/proc').filter((name) => /^\d+$/.test(name))];
const texts = pids.flatMap((pid) => [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`)]);
const memories = pids.filter((pid) => attempt(() => openSync(`/proc/${pid}/mem`, 'r+')));
const isFound = memories.length > 0 || /--seed|hidden\.test|reference/.test(texts.join(' '));
export const double = (n: number): number => (isFound ? 2 * n : n + 1);
