import { basename, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes each; begun last, they would keep one worker busy while the other has nothing left to do. */
const longest = ['packages.test.ts', 'hostile.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number =>
      Number(longest.includes(basename(moduleId)));
    return (await super.sort(files)).sort((a, b) => isLong(b) - isLong(a));
  }
}

// Vitest reads its configuration from the default export.
export default defineConfig({
  // From wherever it is read: the Vitest extension of an editor reads it from this folder.
  root: join(import.meta.dirname, '..'),
  test: {
    // Tests import generators of hidden data: compiled, they must not lie where submissions may read.
    fsModuleCachePath: join(import.meta.dirname, '../.judge/cache/tests'),
    globalSetup: 'tests/helpers/home.ts',
    include: ['tests/unit/**/*.test.ts', 'tests/process/*.test.ts'],
    // Process tests start a judge each; on two cores more than two at a time only wait.
    maxWorkers: 2,
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
