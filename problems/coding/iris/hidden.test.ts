import { z } from 'zod';
import {
  check,
  checkDraws,
  checkPartition,
  checkSame,
  findDifference,
  subtask,
  test,
  type Candidate,
  type Random,
} from '#judge/suite/api.ts';
import {
  countLabels,
  expectedMetrics,
  imbalancedLabels,
  labelsOf,
  noisyIris,
  pickFrom,
  plainIris,
  renamedIris,
  shuffledIris,
  stratifiedFolds,
  unlearnableIris,
  withExchangedNames,
  withFarValues,
  withLabelNoise,
  withRandomFeatures,
  type Dataset,
} from './generate.ts';

const rowList = z.array(z.int());
const Split = z.object({ train: rowList, test: rowList });
const Folds = z.array(rowList);
const Metrics = z.object({
  labels: z.array(z.string()),
  confusion: z.array(z.array(z.number())),
  accuracy: z.number(),
  macroPrecision: z.number(),
  macroRecall: z.number(),
  macroF1: z.number(),
});
const CvResult = z.object({
  model: z.string(),
  predictions: z.array(z.string().nullable()),
  foldAccuracy: z.array(z.number()),
  meanAccuracy: z.number(),
  stdAccuracy: z.number(),
  macroF1: z.number(),
});
const Report = z.object({
  split: Split,
  results: z.array(CvResult),
  best: z.string(),
  testPredictions: z.array(z.string()),
  test: Metrics,
});
const Names = z.array(z.string()).min(1);
/** Where a row is far from all others, what is answered for that row itself is not asked. */
const LeakProbe = z.object({ predictions: z.array(z.unknown()) });
type CvResult = z.infer<typeof CvResult>;

const seedOf = (random: Random): number => random.int(1, 1_000_000);

subtask(
  'split',
  async ({ candidate, random }) => {
    const labels = labelsOf({ a: 20, b: 20 }, random);
    const split = await candidate.call(
      'stratifiedSplit',
      [labels, { testSize: 0.5, seed: 1 }],
      Split,
    );
    check(
      split.train.length + split.test.length === 40,
      'train and test together do not have the rows of the input',
    );
  },
  () => {
    test('a quarter of 103/30/7', async ({ candidate, random }) => {
      const labels = imbalancedLabels(random);
      const options = { testSize: 0.25, seed: seedOf(random) };
      const split = await candidate.call('stratifiedSplit', [labels, options], Split);
      checkPartition([split.train, split.test], labels.length, 'your split');
      const counts = countLabels(labels, split.test);
      const expected = { common: 26, some: 8, rare: 2 };
      for (const [label, count] of Object.entries(expected)) {
        check(
          counts.get(label) === count,
          'the test part does not hold round(n × testSize) rows of every class',
        );
      }
    });

    test('the seed decides', async ({ candidate, random }) => {
      const labels = imbalancedLabels(random);
      const seed = seedOf(random);
      const splitWith = (other: number) =>
        candidate.call('stratifiedSplit', [labels, { testSize: 0.3, seed: other }], Split);
      const split = await splitWith(seed);
      checkSame(await splitWith(seed), split, 'your split of the same seed, asked twice,');
      const others = [
        await splitWith(seed + 1),
        await splitWith(seed + 2),
        await splitWith(seed + 97),
      ];
      check(
        others.some((other) => findDifference(other, split) !== undefined),
        'every seed gives the same split',
      );
    });

    test('classes of one and two rows', async ({ candidate, random }) => {
      const labels = labelsOf({ single: 1, pair: 2, many: 40 }, random);
      for (const [testSize, many] of [
        [0.1, 4],
        [0.9, 36],
      ] as const) {
        const split = await candidate.call(
          'stratifiedSplit',
          [labels, { testSize, seed: seedOf(random) }],
          Split,
        );
        checkPartition([split.train, split.test], labels.length, 'your split');
        const counts = countLabels(labels, split.test);
        check(counts.get('single') === 0, 'a class with one row must go to train');
        check(counts.get('pair') === 1, 'a class with two rows must give one to each part');
        check(
          counts.get('many') === many,
          'the test part does not hold round(n × testSize) rows of every class',
        );
      }
    });

    test('impossible test sizes', async ({ candidate, random }) => {
      const labels = labelsOf({ a: 10, b: 10 }, random);
      for (const testSize of [0, 1, -0.2, 1.5]) {
        await candidate.callThrows(
          'stratifiedSplit',
          [labels, { testSize, seed: 1 }],
          'testSize outside of (0, 1)',
        );
      }
    });
  },
);

subtask(
  'folds',
  async ({ candidate, random }) => {
    const folds = await candidate.call(
      'stratifiedKFold',
      [labelsOf({ a: 6, b: 6 }, random), { k: 2, seed: 1 }],
      Folds,
    );
    check(folds.length === 2, `for k = 2 your stratifiedKFold returned ${folds.length} folds`);
  },
  () => {
    for (const k of [3, 5, 7]) {
      test(`${k} folds of 103/30/7`, async ({ candidate, random }) => {
        const labels = imbalancedLabels(random);
        const folds = await candidate.call(
          'stratifiedKFold',
          [labels, { k, seed: seedOf(random) }],
          Folds,
        );
        check(
          folds.length === k,
          `for k = ${k} your stratifiedKFold returned ${folds.length} folds`,
        );
        checkPartition(folds, labels.length, 'your folds');
        for (const label of new Set(labels)) {
          const counts = folds.map((fold) => countLabels(labels, fold).get(label) ?? 0);
          check(
            Math.max(...counts) - Math.min(...counts) <= 1,
            'the counts of a class differ by more than 1 between folds',
          );
        }
      });
    }

    test('the seed decides', async ({ candidate, random }) => {
      const labels = imbalancedLabels(random);
      const seed = seedOf(random);
      const foldsWith = (other: number) =>
        candidate.call('stratifiedKFold', [labels, { k: 4, seed: other }], Folds);
      const folds = await foldsWith(seed);
      checkSame(await foldsWith(seed), folds, 'your folds of the same seed, asked twice,');
      const others = [
        await foldsWith(seed + 1),
        await foldsWith(seed + 2),
        await foldsWith(seed + 97),
      ];
      check(
        others.some((other) => findDifference(other, folds) !== undefined),
        'every seed gives the same folds',
      );
    });

    test('the bounds of k', async ({ candidate, random }) => {
      const labels = labelsOf({ a: 5, b: 5 }, random);
      const folds = await candidate.call('stratifiedKFold', [labels, { k: 10, seed: 1 }], Folds);
      check(folds.length === 10, `for k = 10 your stratifiedKFold returned ${folds.length} folds`);
      checkPartition(folds, labels.length, 'your folds of 10 rows for k = 10');
      for (const k of [1, 0, 11, 2.5]) {
        await candidate.callThrows(
          'stratifiedKFold',
          [labels, { k, seed: 1 }],
          'k below 2, above n or not whole',
        );
      }
    });
  },
);

subtask(
  'metrics',
  async ({ candidate }) => {
    const metrics = await candidate.call(
      'evaluate',
      [
        ['a', 'b', 'a'],
        ['a', 'b', 'a'],
      ],
      Metrics,
    );
    check(metrics.accuracy === 1, 'for predictions that are all right, accuracy is not 1');
  },
  () => {
    const checkMetrics = async (
      candidate: Candidate,
      [yTrue, yPred]: readonly [string[], string[]],
    ): Promise<void> => {
      const metrics = await candidate.call('evaluate', [yTrue, yPred], Metrics);
      const expected = expectedMetrics(yTrue, yPred);
      checkSame(metrics.labels, expected.labels, 'labels (the sorted union of both arrays)');
      const sum = metrics.confusion.flat().reduce((total, count) => total + count, 0);
      check(sum === yTrue.length, `confusion sums to ${sum}, not to the number of samples`);
      for (const key of [
        'confusion',
        'accuracy',
        'macroPrecision',
        'macroRecall',
        'macroF1',
      ] as const) {
        checkSame(metrics[key], expected[key], key);
      }
    };
    const draw = (random: Random, labels: readonly string[]): string[] =>
      Array.from({ length: random.int(8, 40) }, () => random.pick(labels));

    test('the example of the statement', async ({ candidate }) => {
      await checkMetrics(candidate, [
        ['b', 'a', 'a', 'c'],
        ['b', 'a', 'b', 'a'],
      ]);
    });

    test('four classes, all present', async ({ candidate, random }) => {
      const labels = ['delta', 'alpha', 'gamma', 'beta'];
      for (let trial = 0; trial < 8; trial += 1) {
        const yTrue = [...labels, ...draw(random, labels)];
        await checkMetrics(candidate, [yTrue, random.shuffle(yTrue)]);
      }
    });

    test('a class that is never true', async ({ candidate, random }) => {
      for (let trial = 0; trial < 6; trial += 1) {
        const yTrue = draw(random, ['b', 'c', 'd']);
        const yPred = ['a', ...yTrue.slice(1).map(() => random.pick(['a', 'b', 'c', 'd']))];
        await checkMetrics(candidate, [yTrue, yPred]);
      }
    });

    test('a class that is never predicted', async ({ candidate, random }) => {
      for (let trial = 0; trial < 6; trial += 1) {
        const yTrue = ['d', ...draw(random, ['a', 'b', 'c', 'd'])];
        await checkMetrics(candidate, [yTrue, yTrue.map(() => random.pick(['a', 'b', 'c']))]);
      }
    });

    test('nothing to evaluate', async ({ candidate }) => {
      await candidate.callThrows('evaluate', [[], []], 'both arrays are empty');
      await candidate.callThrows('evaluate', [['a', 'b'], ['a']], 'the arrays differ in length');
    });
  },
);

const cvResult = (model: string, macroF1: number, stdAccuracy: number): CvResult => ({
  model,
  predictions: [],
  foldAccuracy: [],
  meanAccuracy: 0.9,
  stdAccuracy,
  macroF1,
});

subtask(
  'selection',
  async ({ candidate }) => {
    const best = await candidate.call('selectBest', [[cvResult('only', 0.9, 0.1)]], z.string());
    check(best === 'only', 'with one result, your selectBest does not name it');
  },
  () => {
    const checkChoice = async (
      candidate: Candidate,
      { results, why }: { results: CvResult[]; why: string },
    ): Promise<void> => {
      const expected = results[0]?.model;
      for (const list of [results, results.toReversed()]) {
        const best = await candidate.call('selectBest', [list], z.string(), {
          keepsArguments: true,
        });
        check(best === expected, why);
      }
    };

    test('macroF1 first', async ({ candidate, random }) => {
      const f1 = 0.8 + 0.1 * random.float();
      const results = [
        { ...cvResult('zeta', f1 + 0.01, 0.2), meanAccuracy: 0.85 },
        { ...cvResult('alpha', f1, 0.01), meanAccuracy: 0.95 },
        cvResult('kappa', f1 - 0.1, 0.02),
      ];
      await checkChoice(candidate, {
        results,
        why: 'the highest macroF1 must win, whatever the accuracy',
      });
    });

    test('equal macroF1', async ({ candidate, random }) => {
      const f1 = 0.8 + 0.1 * random.float();
      const results = [
        { ...cvResult('zeta', f1, 0.01), meanAccuracy: 0.85 },
        { ...cvResult('alpha', f1, 0.03), meanAccuracy: 0.95 },
        cvResult('beta', f1, 0.0101),
      ];
      await checkChoice(candidate, {
        results,
        why: 'at equal macroF1 the lower stdAccuracy must win',
      });
    });

    test('macroF1 equal within 1e-9', async ({ candidate, random }) => {
      const f1 = 0.8 + 0.1 * random.float();
      const results = [cvResult('zeta', f1, 0.01), cvResult('alpha', f1 + 3e-10, 0.03)];
      await checkChoice(candidate, { results, why: 'a difference of macroF1 below 1e-9 is a tie' });
    });

    test('macroF1 apart by more than 1e-9', async ({ candidate, random }) => {
      const f1 = 0.8 + 0.1 * random.float();
      for (const difference of [1e-8, 2e-3]) {
        const results = [cvResult('zeta', f1 + difference, 0.03), cvResult('alpha', f1, 0.01)];
        const why = `a difference of macroF1 of ${difference} is no tie`;
        await checkChoice(candidate, { results, why });
      }
    });

    test('everything equal', async ({ candidate, random }) => {
      const f1 = 0.8 + 0.1 * random.float();
      const results = [
        { ...cvResult('Beta', f1, 0.02), meanAccuracy: 0.85 },
        { ...cvResult('alpha', f1, 0.02), meanAccuracy: 0.95 },
        cvResult('gamma', f1, 0.02),
      ];
      await checkChoice(candidate, {
        results,
        why: 'at a full tie the smaller name (by <) must win',
      });
    });

    test('no results', async ({ candidate }) => {
      await candidate.callThrows('selectBest', [[]], 'there is nothing to choose from');
    });
  },
);

const callCv = (
  candidate: Pick<Candidate, 'call'>,
  args: readonly [string, Dataset, number[][], number],
  keepsArguments = false,
) => candidate.call('crossValidate', args, CvResult, { keepsArguments });

const namesOf = (candidate: Candidate): Promise<string[]> =>
  candidate.call('modelNames', [], Names);

/** Every number of a result, from its predictions. */
function checkBookkeeping(
  result: CvResult,
  { data, folds }: { data: Dataset; folds: readonly number[][] },
): void {
  checkSame(result.predictions.length, data.labels.length, 'the number of predictions');
  const accuracies = folds.map((fold) =>
    shareRight(pickFrom(result.predictions, fold), pickFrom(data.labels, fold)),
  );
  const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
  const squares = accuracies.reduce((sum, accuracy) => sum + (accuracy - mean) ** 2, 0);
  checkSame(result.foldAccuracy, accuracies, 'foldAccuracy');
  checkSame(result.meanAccuracy, mean, 'meanAccuracy');
  const std = accuracies.length < 2 ? 0 : Math.sqrt(squares / (accuracies.length - 1));
  checkSame(result.stdAccuracy, std, 'stdAccuracy (sample standard deviation, 0 for one fold)');
  const rows = folds.flat();
  const predicted = pickFrom(result.predictions, rows).map((label) => label ?? '(null)');
  const { macroF1 } = expectedMetrics(pickFrom(data.labels, rows), predicted);
  checkSame(result.macroF1, macroF1, 'macroF1 (over all predictions pooled)');
}

const shareRight = (actual: readonly (string | null)[], expected: readonly string[]): number =>
  expected.filter((label, index) => actual[index] === label).length / expected.length;

subtask(
  'cv-mechanics',
  async ({ candidate, random }) => {
    const [model = ''] = await namesOf(candidate);
    const data = plainIris();
    const folds = stratifiedFolds(data.labels, { k: 5, random });
    const result = await callCv(candidate, [model, data, folds, 1]);
    check(
      result.model === model,
      'the result of your crossValidate does not carry the name of the model',
    );
    check(
      result.predictions.length === 150,
      `predictions has ${result.predictions.length} entries for 150 rows`,
    );
    check(
      shareRight(result.predictions, data.labels) > 0.5,
      'on plain iris your first model is wrong for half of the rows',
    );
  },
  () => {
    test('every number follows from the predictions', async ({ candidate, random }) => {
      const data = noisyIris(random);
      for (const [index, model] of (await namesOf(candidate)).entries()) {
        const folds = stratifiedFolds(data.labels, { k: 3 + (index % 2), random });
        // In any order, and without the rows of one fold: two folds, then three.
        const asked = folds.slice(1).map((fold) => random.shuffle(fold));
        const result = await callCv(candidate, [model, data, asked, seedOf(random)]);
        checkBookkeeping(result, { data, folds: asked });
      }
    });

    test('the same seed, twice and in a new process', async ({
      candidate,
      otherCandidate,
      random,
    }) => {
      const data = withLabelNoise(shuffledIris(random), random);
      const folds = stratifiedFolds(data.labels, { k: 2, random });
      const seed = seedOf(random);
      const models = await namesOf(candidate);
      const first = new Map<string, CvResult>();
      for (const model of models)
        first.set(model, await callCv(candidate, [model, data, folds, seed]));
      for (const model of models) {
        const again = await callCv(otherCandidate, [model, data, folds, seed]);
        checkSame(
          again,
          first.get(model),
          `the result of "${model}" for the same seed, asked twice,`,
        );
      }
    });

    test('classes of any name, rows in any order', async ({ candidate, random }) => {
      const data = renamedIris(random);
      // In any order: predictions stand at rows, not at positions.
      const folds = stratifiedFolds(data.labels, { k: 3, random }).map((fold) =>
        random.shuffle(fold),
      );
      const shares: number[] = [];
      for (const model of (await namesOf(candidate)).slice(0, 2)) {
        const { predictions } = await callCv(candidate, [model, data, folds, seedOf(random)]);
        const isKnown = predictions.every((label) => label !== null && data.labels.includes(label));
        check(isKnown, 'with renamed classes some predictions are no class of the data');
        shares.push(shareRight(predictions, data.labels));
      }
      check(
        Math.max(...shares) > 0.6,
        'with renamed classes, and folds whose rows stand in any order, most predictions are wrong',
      );
    });

    test('the data is left as it was', async ({ candidate, random }) => {
      const data = shuffledIris(random);
      const folds = stratifiedFolds(data.labels, { k: 3, random });
      for (const model of await namesOf(candidate))
        await callCv(candidate, [model, data, folds, 1], true);
    });

    test('rows outside of every fold', async ({ candidate, random }) => {
      const data = noisyIris(random);
      const [fold = []] = stratifiedFolds(data.labels, { k: 3, random });
      const [model = ''] = await namesOf(candidate);
      const result = await callCv(candidate, [model, data, [fold], seedOf(random)]);
      const inFold = new Set(fold);
      const isRight = result.predictions.every(
        (label, row) => (label !== null) === inFold.has(row),
      );
      check(isRight, 'predictions must be null for exactly the rows in no fold');
      checkBookkeeping(result, { data, folds: [fold] });
    });
  },
);

subtask(
  'fit-leakage',
  async ({ candidate, random }) => {
    const data = noisyIris(random);
    const folds = stratifiedFolds(data.labels, { k: 2, random });
    for (const model of await namesOf(candidate)) {
      const { predictions } = await callCv(candidate, [model, data, folds, 1]);
      check(predictions.length === data.labels.length, 'predictions is not aligned with the rows');
    }
  },
  () => {
    test('held-out values change no other prediction', async ({ candidate, random }) => {
      const data = noisyIris(random);
      const folds = stratifiedFolds(data.labels, { k: 2, random });
      const seed = seedOf(random);
      for (const model of await namesOf(candidate)) {
        for (const [index, fold] of folds.entries()) {
          const before = await callCv(candidate, [model, data, [fold], seed]);
          const { features, moved } = withFarValues(data, { fold, column: index + 2, random });
          const args = [model, { ...data, features }, [fold], seed];
          const after = await candidate.call('crossValidate', args, LeakProbe);
          const isChanged = fold.some(
            (row) => !moved.has(row) && before.predictions[row] !== after.predictions[row],
          );
          check(
            !isChanged,
            `in your model "${model}", changing some held-out rows changed the predictions of others: something is fitted on held-out data`,
          );
        }
      }
    });

    test('labels are known from the training rows only', async ({ candidate, random }) => {
      const data = shuffledIris(random);
      const folds = stratifiedFolds(data.labels, { k: 3, random });
      const seed = seedOf(random);
      for (const model of await namesOf(candidate)) {
        const accuracyOn = async (named: Dataset): Promise<number> => {
          const { predictions } = await callCv(candidate, [model, named, folds, seed]);
          return shareRight(predictions, named.labels);
        };
        const difference = (await accuracyOn(withExchangedNames(data))) - (await accuracyOn(data));
        check(
          Math.abs(difference) < 0.3,
          `your model "${model}" is right about iris under one set of class names, but not once the classes have exchanged them: it knows labels that no training row told it`,
        );
      }
    });

    test('held-out labels change no prediction', async ({ candidate, random }) => {
      const seed = seedOf(random);
      for (const model of await namesOf(candidate)) {
        for (const others of ['exchanged', 'all alike'] as const) {
          const data = noisyIris(random);
          const folds = stratifiedFolds(data.labels, { k: 3, random });
          const before = await callCv(candidate, [model, data, folds, seed]);
          // The folds beside it are trained on these rows, so that a model of theirs would show.
          const fold = new Set(folds[1]);
          const { labels: exchanged } = withExchangedNames(data);
          const labels = data.labels.map((label, row) => {
            if (!fold.has(row)) return label;
            return (others === 'exchanged' ? exchanged[row] : data.labels[0]) ?? label;
          });
          const after = await callCv(candidate, [model, { ...data, labels }, folds, seed]);
          const isChanged = [...fold].some(
            (row) => before.predictions[row] !== after.predictions[row],
          );
          check(
            !isChanged,
            `in your model "${model}", other labels of the held-out rows changed their predictions: it is trained on them`,
          );
        }
      }
    });

    test('shuffled labels cannot be learned', async ({ candidate, random }) => {
      const { features, labels } = shuffledIris(random);
      for (const model of await namesOf(candidate)) {
        const folds = stratifiedFolds(labels, { k: 5, random });
        const seed = seedOf(random);
        const ask = () =>
          callCv(candidate, [model, { features: random.shuffle(features), labels }, folds, seed]);
        const draws = [(await ask()).predictions, (await ask()).predictions] as const;
        // A model that always says the same is none of this subtask's faults.
        const isConstant = new Set(draws[0]).size === 1;
        check(
          isConstant || findDifference(...draws) !== undefined,
          `your model "${model}" predicts the same for other features: it seems to remember results by less than all arguments`,
        );
        const mean = (shareRight(draws[0], labels) + shareRight(draws[1], labels)) / 2;
        check(
          mean < 0.5,
          `on shuffled labels your model "${model}" reaches accuracy ${mean.toFixed(2)} where chance is 0.33`,
        );
      }
    });
  },
);

const accuracyBars = { best: 0.92, second: 0.89 };
let measured: Promise<number[][]> | undefined;

/** Accuracies of each model over three shuffles of iris, best model first; measured once. */
function measureModels(candidate: Candidate, random: Random): Promise<number[][]> {
  measured ??= (async () => {
    const models = [...new Set(await namesOf(candidate))];
    const accuracies = models.map((): number[] => []);
    for (let trial = 0; trial < 3; trial += 1) {
      const data = shuffledIris(random);
      const folds = stratifiedFolds(data.labels, { k: 5, random });
      for (const [index, model] of models.entries()) {
        const { predictions } = await callCv(candidate, [model, data, folds, seedOf(random)]);
        accuracies[index]?.push(shareRight(predictions, data.labels));
      }
    }
    const sum = (draws: readonly number[]): number =>
      draws.reduce((total, draw) => total + draw, 0);
    return accuracies.sort((a, b) => sum(b) - sum(a));
  })();
  return measured;
}

subtask(
  'quality',
  async ({ candidate }) => {
    await namesOf(candidate);
  },
  () => {
    test('the better model', async ({ candidate, random, note }) => {
      const models = await namesOf(candidate);
      check(models.length > 0, 'your modelNames is empty');
      const [best = []] = await measureModels(candidate, random);
      note(checkDraws(best, { atLeast: accuracyBars.best, by: 'mean', what: 'best model' }));
    });

    test('a second model', async ({ candidate, random, note }) => {
      const models = await namesOf(candidate);
      check(
        new Set(models).size >= 2,
        `your modelNames has ${new Set(models).size} model; two are asked for`,
      );
      const [, second = []] = await measureModels(candidate, random);
      note(checkDraws(second, { atLeast: accuracyBars.second, by: 'mean', what: 'second' }));
    });

    test('not one model under two names', async ({ candidate, random }) => {
      const data = withLabelNoise(shuffledIris(random), random);
      const folds = stratifiedFolds(data.labels, { k: 3, random });
      const answers = new Set<string>();
      for (const model of await namesOf(candidate)) {
        const { predictions } = await callCv(candidate, [model, data, folds, seedOf(random)]);
        answers.add(JSON.stringify(predictions));
      }
      check(
        answers.size >= 2,
        'on noisy iris all your models predict the same; two different ones are asked for',
      );
    });
  },
);

const runExperiment = (
  candidate: Pick<Candidate, 'call'>,
  data: Dataset,
  options: { testSize: number; k: number; seed: number },
) => candidate.call('runExperiment', [data, options], Report);

subtask(
  'experiment',
  async ({ candidate }) => {
    const report = await runExperiment(candidate, plainIris(), { testSize: 0.3, k: 5, seed: 1 });
    check(
      report.testPredictions.length === report.split.test.length,
      'testPredictions and split.test differ in length',
    );
    check(report.results.length > 0, 'results is empty');
  },
  () => {
    test('the split is your stratifiedSplit', async ({ candidate, random }) => {
      const data = renamedIris(random);
      const options = { testSize: 0.3, seed: seedOf(random) };
      const { split } = await runExperiment(candidate, data, { ...options, k: 5 });
      checkPartition([split.train, split.test], data.labels.length, 'split of the report');
      const own = await candidate.call('stratifiedSplit', [data.labels, options], Split);
      checkSame(split, own, 'split of the report, beside what your stratifiedSplit answers,');
    });

    test('results of every model on the training part', async ({ candidate, random }) => {
      const data = renamedIris(random);
      const report = await runExperiment(candidate, data, {
        testSize: 0.3,
        k: 4,
        seed: seedOf(random),
      });
      const models = await namesOf(candidate);
      checkSame(
        report.results.map(({ model }) => model),
        models,
        'the order of results (that of modelNames)',
      );
      for (const { predictions, foldAccuracy } of report.results) {
        check(
          predictions.length === report.split.train.length,
          'results must hold one prediction for each training row',
        );
        check(!predictions.includes(null), 'every training row must stand in a fold');
        check(
          foldAccuracy.length === 4,
          `for k = 4 foldAccuracy has ${foldAccuracy.length} entries`,
        );
      }
      const labels = pickFrom(data.labels, report.split.train);
      check(
        report.results.some(({ predictions }) => shareRight(predictions, labels) > 0.5),
        'predictions of the results are not aligned with split.train',
      );
    });

    test('results of shuffled labels are near chance, and best is selectBest of them', async ({
      candidate,
      random,
    }) => {
      const models = await namesOf(candidate);
      const shares = new Map(models.map((model): [string, number[]] => [model, []]));
      for (let trial = 0; trial < 6; trial += 1) {
        const data = unlearnableIris(random);
        const options = { testSize: 0.3, k: 4, seed: seedOf(random) };
        const { split, results, best } = await runExperiment(candidate, data, options);
        checkSame(
          results.map(({ model }) => model),
          models,
          'the order of results (that of modelNames)',
        );
        const selected = await candidate.call('selectBest', [results], z.string());
        check(
          best === selected,
          'best of the report is not what your selectBest answers for its results',
        );
        const labels = pickFrom(data.labels, split.train);
        for (const { model, predictions } of results)
          shares.get(model)?.push(shareRight(predictions, labels));
      }
      for (const [model, draws] of shares) {
        const mean = draws.reduce((sum, share) => sum + share, 0) / draws.length;
        check(
          mean < 0.5,
          `in your runExperiment, "${model}" reaches accuracy ${mean.toFixed(2)} on shuffled labels where chance is 0.33: its cross-validation predicts rows that it was trained on`,
        );
      }
    });

    test('test holds the metrics of the test rows', async ({ candidate, random }) => {
      const data = noisyIris(random);
      const report = await runExperiment(candidate, data, {
        testSize: 0.3,
        k: 5,
        seed: seedOf(random),
      });
      const labels = pickFrom(data.labels, report.split.test);
      check(
        labels.length === report.testPredictions.length,
        'testPredictions and split.test differ in length',
      );
      checkSame(
        report.test.accuracy,
        shareRight(report.testPredictions, labels),
        'test.accuracy, beside testPredictions,',
      );
      const metrics = await candidate.call('evaluate', [labels, report.testPredictions], Metrics);
      checkSame(report.test, metrics, 'test, beside what your evaluate answers for the test rows,');
    });

    test('the same seed gives the same report', async ({ candidate, otherCandidate, random }) => {
      const data = withLabelNoise(shuffledIris(random), random);
      const options = { testSize: 0.25, k: 2, seed: seedOf(random) };
      const report = await runExperiment(candidate, data, options);
      checkSame(
        await runExperiment(otherCandidate, data, options),
        report,
        'the report of the same seed, asked twice,',
      );
    });
  },
);

subtask(
  'test-set-discipline',
  async ({ candidate, random }) => {
    const data = shuffledIris(random);
    const report = await runExperiment(candidate, data, { testSize: 0.3, k: 5, seed: 1 });
    const labels = pickFrom(data.labels, report.split.test);
    check(
      shareRight(report.testPredictions, labels) > 0.5,
      'most of your test predictions on iris are wrong',
    );
  },
  () => {
    test('garbage in the test rows changes neither results nor choice', async ({
      candidate,
      random,
    }) => {
      for (let trial = 0; trial < 8; trial += 1) {
        const data = noisyIris(random);
        const options = { testSize: 0.5, k: 3, seed: seedOf(random) };
        const before = await runExperiment(candidate, data, options);
        const garbled = withRandomFeatures(data, { rows: before.split.test, random });
        const after = await runExperiment(candidate, garbled, options);
        checkSame(after.split, before.split, 'split, which depends on labels and seed only,');
        const isSame = findDifference(after.results, before.results) === undefined;
        check(isSame, 'other features of the test rows changed the cross-validation results');
        check(
          after.best === before.best,
          'other features of the test rows changed the choice of the model',
        );
      }
    });

    test('the winner is trained on the training part', async ({ candidate, random }) => {
      for (let trial = 0; trial < 4; trial += 1) {
        const data = noisyIris(random);
        const seed = seedOf(random);
        const { split, best, testPredictions } = await runExperiment(candidate, data, {
          testSize: 0.5,
          k: 3,
          seed,
        });
        const holdOut = await callCv(candidate, [best, data, [split.test], seed]);
        const expected = pickFrom(holdOut.predictions, split.test);
        checkSame(
          testPredictions,
          expected,
          'testPredictions, beside crossValidate(best, data, [split.test], seed),',
        );
      }
    });
  },
);

subtask(
  'time',
  async ({ candidate }) => {
    await namesOf(candidate);
  },
  () => {
    test('one experiment on 150 rows', async ({ candidate, random }) => {
      const options = { testSize: 0.3, k: 5, seed: seedOf(random) };
      await candidate.call('runExperiment', [shuffledIris(random), options], Report, {
        limitMs: 10_000,
      });
    });
  },
);
