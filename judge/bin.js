#!/usr/bin/env node
// What the shell starts. Plain JavaScript: Node keeps compiled code from here on, that of TypeScript
// with its types already taken out, so that most starts need no compiler at all.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Code of the judge and of vitest; the worker thread reads it too. The candidate process may neither
// read nor write there (cache.ts).
enableCompileCache(join(import.meta.dirname, '../.judge/cache/code'));

await import('./cli.ts');
