import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, testTree } from './cli.ts';

/**
 * A copy of the test tree, to be broken: the caller removes it. Its suites find the judge and the
 * libraries as those of the project do.
 */
export function copyTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'judge-tree-'));
  cpSync(testTree, tree, { recursive: true });
  for (const name of ['judge', 'node_modules']) symlinkSync(join(root, name), join(tree, name));
  const manifest = { type: 'module', imports: { '#judge/*': './judge/*' } };
  writeFileSync(join(tree, 'package.json'), JSON.stringify(manifest));
  return tree;
}
