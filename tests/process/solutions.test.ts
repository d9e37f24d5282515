import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSlugs } from '#judge/problem/locate.ts';
import { judgeFile, judgeSource, root } from '../helpers/cli.ts';

const folders = {
  wrong_answer: 'WA',
  run_time_error: 'RTE',
  time_limit_exceeded: 'TLE',
  memory_limit_exceeded: 'MLE',
} as const;

for (const slug of listSlugs(root)) {
  const list = (folder: string): string[] =>
    globSync(join(root, 'solutions', slug, folder, '*.ts')).sort();

  describe(`${slug}: accepted solutions score 100`, () => {
    for (const file of list('accepted')) {
      test.concurrent.each([101, 202])(`${basename(file)}, seed %i`, async (seed) => {
        const { report } = await judgeFile(file, { slug, seed, tree: root });
        expect(report).toMatchObject({ verdict: 'AC', points: 100 });
      });
    }
  });

  describe(`${slug}: each wrong solution loses exactly what its header says`, () => {
    for (const [folder, verdict] of Object.entries(folders)) {
      for (const file of list(folder)) {
        test.concurrent(`${folder}/${basename(file)}`, async () => {
          const source = readFileSync(file, 'utf8');
          const loses = header(source, 'Loses');
          const mayLose = header(source, 'May lose');
          const { report } = await judgeFile(file, { slug, seed: 303, tree: root });
          const lost = report.subtasks
            .filter((subtask) => subtask.points < subtask.maxPoints)
            .map(({ id }) => id);
          expect(report.verdict).toBe(verdict);
          expect(lost.filter((id) => !mayLose.includes(id)).sort()).toEqual(loses.sort());
        });
      }
    }
  });

  test.concurrent.each([
    ['the starter', () => judgeFile(join(root, 'starters', `${slug}.ts`), { slug, tree: root })],
    ['an empty file', () => judgeSource('', { slug, tree: root })],
    ['a file that exports nothing', () => judgeSource('const a = 1;', { slug, tree: root })],
  ])(`${slug}: %s scores 0`, async (_name, judged) => {
    const { report } = await judged();
    expect(report.points).toBe(0);
    expect(report.subtasks.every(({ passed }) => passed === 0)).toBe(true);
  });
}

/** The ids in a header line such as `// Loses: folds, metrics`. */
function header(source: string, name: string): string[] {
  const line = new RegExp(`^// ${name}: (.*)$`, 'm').exec(source)?.[1] ?? '';
  return line
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
