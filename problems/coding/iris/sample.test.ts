// The visible tests: read them, run them with "npm run judge sample iris", add your own.
import { z } from 'zod';
import { check, checkSame, subtask, test } from '#judge/suite/api.ts';

subtask(
  'evaluate',
  async ({ candidate }) => {
    await candidate.call('evaluate', [['a'], ['a']], z.looseObject({ accuracy: z.number() }));
  },
  () => {
    test('the example of the statement', async ({ candidate }) => {
      const metrics = await candidate.call(
        'evaluate',
        [
          ['b', 'a', 'a', 'c'],
          ['b', 'a', 'b', 'a'],
        ],
        z.looseObject({
          labels: z.array(z.string()),
          confusion: z.array(z.array(z.number())),
          macroF1: z.number(),
        }),
      );
      checkSame(metrics.labels, ['a', 'b', 'c'], 'labels');
      checkSame(
        metrics.confusion,
        [
          [1, 1, 0],
          [0, 1, 0],
          [1, 0, 0],
        ],
        'confusion',
      );
      checkSame(metrics.macroF1, 7 / 18, 'macroF1 (0.3888…)');
    });
  },
);

subtask(
  'stratifiedKFold',
  async ({ candidate }) => {
    await candidate.call(
      'stratifiedKFold',
      [['a', 'a', 'b', 'b'], { k: 2, seed: 1 }],
      z.array(z.array(z.number())),
    );
  },
  () => {
    test('50/50/50 in five folds is 10/10/10 each', async ({ candidate }) => {
      const labels = ['setosa', 'versicolor', 'virginica'].flatMap((label) =>
        Array<string>(50).fill(label),
      );
      const folds = await candidate.call(
        'stratifiedKFold',
        [labels, { k: 5, seed: 7 }],
        z.array(z.array(z.number())),
      );
      check(folds.length === 5, `got ${folds.length} folds, expected 5`);
      for (const fold of folds) {
        for (const label of new Set(labels)) {
          const count = fold.filter((row) => labels[row] === label).length;
          check(count === 10, `a fold holds ${count} rows of ${label}, expected 10`);
        }
      }
    });
  },
);

subtask(
  'selectBest',
  async ({ candidate }) => {
    await candidate.call(
      'selectBest',
      [
        [
          {
            model: 'knn',
            predictions: [],
            foldAccuracy: [],
            meanAccuracy: 1,
            stdAccuracy: 0,
            macroF1: 1,
          },
        ],
      ],
      z.string(),
    );
  },
  () => {
    test('a tie in macroF1 goes to the steadier model', async ({ candidate }) => {
      const result = { predictions: [], foldAccuracy: [], meanAccuracy: 0.95, macroF1: 0.95 };
      const results = [
        { ...result, model: 'cart', stdAccuracy: 0.03 },
        { ...result, model: 'knn', stdAccuracy: 0.02 },
      ];
      const best = await candidate.call('selectBest', [results], z.string());
      check(best === 'knn', `got "${best}", expected "knn"`);
    });
  },
);
