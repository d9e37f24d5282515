// A mock interview with the problem `double` alone, through a pipe or at a terminal.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { MockEvent } from '#judge/model/mock.ts';
import { listSlugs } from '#judge/problem/locate.ts';
import { root } from './cli.ts';
import { home, piped } from './drill.ts';
import { slug, Tree } from './workspace.ts';

export let tree: Tree;
beforeEach(() => {
  tree = new Tree();
  for (const part of ['concepts', 'designs', 'behavioural'])
    cpSync(join(root, 'problems', part), join(tree.root, 'problems', part), { recursive: true });
  // Only the problem that can be solved is to be asked.
  for (const name of listSlugs(tree.root).filter((other) => other !== slug))
    rmSync(join(tree.root, 'problems/coding', name), { recursive: true });
});
afterEach(() => tree[Symbol.dispose]());

export const mock = (input: string, ...args: string[]) =>
  piped(['mock', '--short', '--root', tree.root, ...args], input, { JUDGE_HOME: home });

export function events(): MockEvent[] {
  using history = tree.history();
  return history.list('mock', undefined, 'asWritten').map(({ data }) => data);
}

/** What happened, but for rounds that were left. */
export const kinds = () => events().flatMap(({ kind }) => (kind === 'cutOff' ? [] : [kind]));
export const overs = () => events().filter(({ kind }) => kind === 'roundOver');

export const questions = ['It fits noise.', '', '1 2', 'It freezes weights.', '', 'all'];
export const coding = ['judge', 'done'];
export const design = [
  'Hundreds of users.',
  '---',
  '---',
  '---',
  '---',
  '---',
  '---',
  '---',
  '---',
];
/** The four phases blind, then the ticks of each. */
export const marks = ['2 2 2 2', 'none', 'none', 'none', 'none'];
export const story = ['We disagreed, I measured.', '', '3 2 4 3'];
export const lines = (...parts: string[][]): string => `${parts.flat().join('\n')}\n`;
