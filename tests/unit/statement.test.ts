import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listSlugs, locate } from '#judge/problem/locate.ts';
import { renderStatement } from '#judge/reporters/statement.ts';
import { root } from '../helpers/cli.ts';

const inked = (text: string): string => text.replaceAll(/^\s*>/gm, '').replaceAll(/\s/g, '');

test.each(listSlugs(root))(
  '%s: nothing is lost, and only code is wider than the screen',
  (slug) => {
    const markdown = readFileSync(locate(root, slug).statement, 'utf8');
    for (const columns of [80, 40]) {
      const text = renderStatement(markdown, { columns, hasColor: false });
      expect(inked(text)).toBe(inked(markdown));
      const prose = text.replaceAll(/^```[^]*?^```$/gm, '').split('\n');
      // A word of code cannot be broken.
      for (const line of prose.filter((candidate) => !/\S{25}/.test(candidate)))
        expect(line.length).toBeLessThanOrEqual(columns);
    }
  },
);

test('items and quotations keep their marks and hang', () => {
  const markdown = '> one two\n> three\n\n1. four five\n   six\n2. seven\n';
  expect(renderStatement(markdown, { columns: 12, hasColor: false })).toBe(
    '> one two\n> three\n\n1. four five\n   six\n2. seven\n',
  );
});

test('code that is wider than the screen is broken at spaces, and hangs; a remark is not broken', () => {
  const markdown = '```ts\n  const one: number | null = 1; // one, and no other number\n```\n';
  expect(renderStatement(markdown, { columns: 20, hasColor: false })).toBe(
    '```ts\n  const one: number\n      | null = 1;\n      // one, and no other number\n```\n',
  );
});
