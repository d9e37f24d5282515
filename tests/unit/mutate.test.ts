import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutate, tokensOf, type Edit } from '../fuzz/mutate.ts';
import { root } from '../helpers/cli.ts';

const accepted = globSync(join(root, 'solutions/*/accepted/*.ts'));

test('the tokens of every accepted solution are its text, cut at names, numbers and texts', () => {
  for (const path of accepted) {
    const source = readFileSync(path, 'utf8');
    expect(tokensOf(source).join('')).toBe(source);
  }
  const tokens = tokensOf("const a = f(1.5, 'b c'); // note that\nexport { a };");
  expect(tokens.filter((token) => token.trim() !== '')).toEqual(
    ['const', 'a', '=', 'f', '(', '1.5', ',', "'b c'", ')', ';', '// note that'].concat([
      'export',
      '{',
      'a',
      '}',
      ';',
    ]),
  );
});

test('each kind of accident does what it says', () => {
  const done = (kind: Edit['kind'], other: number): string =>
    mutate('f(a, b);', { edits: [{ kind, at: 2, other }], broken: true });
  expect(done('delete', 0)).toBe('f(, b);');
  expect(done('duplicate', 0)).toBe('f(a a, b);');
  expect(done('swap', 4)).toBe('f(b, a);');
  expect(done('retype', 4)).toBe('f(b, b);');
  expect(done('retype', 1)).toBe('f( null , b);');
});

test('unless it may be broken, a mutant is a program', () => {
  const source = readFileSync(accepted[0] ?? '', 'utf8');
  const edit: fc.Arbitrary<Edit> = fc.record({
    kind: fc.constantFrom('delete', 'duplicate', 'swap', 'retype'),
    at: fc.nat(),
    other: fc.nat(),
  });
  const property = fc.property(fc.array(edit), (edits) => {
    expect(parseSync('a.ts', mutate(source, { edits, broken: false })).errors).toEqual([]);
  });
  fc.assert(property, { numRuns: 30 });
});
