#!/usr/bin/env node
// What the shell starts. Plain JavaScript: Node keeps compiled code from here on, that of TypeScript
// with its types already taken out, so that most starts need no compiler at all. And a Node that is
// too old for the rest can read it and say so.
import * as modules from 'node:module';
import { join } from 'node:path';

const oldest = 26;
if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `The judge needs Node ${oldest} or later, and this is ${process.version}. "npm ci" installs it beside the project, and "npm run judge" takes that one.\n`,
  );
  process.exit(2);
}

// Code of the judge and of vitest; the worker thread reads it too. The candidate process may neither
// read nor write there (cache.ts).
modules.enableCompileCache(join(import.meta.dirname, '../.judge/cache/code'));

await import('./cli.ts');
