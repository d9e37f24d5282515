// One history for a whole test run, so that none is made in the repository. It is removed by vitest's
// main process: a worker is not always told of its end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    home: string;
  }
}

export function setup(project: TestProject): () => void {
  const home = mkdtempSync(join(tmpdir(), 'judge-home-'));
  project.provide('home', home);
  return () => rmSync(home, { recursive: true, force: true });
}
