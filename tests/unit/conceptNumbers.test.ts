// The numbers of the model answers, computed again: an example that is off by one teaches wrongly.
import { mean, variance } from 'simple-statistics';
import { expect, test } from 'vitest';
import { loadConcept } from '#judge/problem/concepts.ts';
import { root } from '../helpers/cli.ts';

const round = (value: number, digits: number): string => value.toFixed(digits);
const softmax = (scores: number[]): number[] => {
  const powers = scores.map(Math.exp);
  return powers.map((power) => power / powers.reduce((sum, one) => sum + one, 0));
};
const rank = (...ranks: number[]): number => ranks.reduce((sum, one) => sum + 1 / (60 + one), 0);
const varianceOfMean = (rho: number, trees: number): number => rho * 4 + ((1 - rho) * 4) / trees;

function auc(positives: number[], negatives: number[]): number {
  const pairs = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
  return mean(pairs);
}

const lines = [6, 7, 8];
const curves = [8, 10, 12];
const expected = (fits: number[]): number => (mean(fits) - 10) ** 2 + variance(fits) + 1;
const scores = [0.8, 0.84, 0.78, 0.82, 0.86];
const spread = Math.sqrt(scores.reduce((sum, s) => sum + (s - 0.82) ** 2, 0) / 4);
const residuals = [1, 1, 10];
const huber = (error: number): number => (error <= 1 ? error ** 2 / 2 : error - 0.5);
const llama = 32 * (4 * 16 * 8192 + 3 * 16 * (4096 + 11_008));

test.each<[string, ...string[]]>([
  [
    'bias-variance',
    `bias² = ${(mean(lines) - 10) ** 2}, variance = ${round(variance(lines), 2)}`,
    `expected error ${round(expected(lines), 2)}`,
    `variance = ${round(variance(curves), 2)}, expected error ${round(expected(curves), 2)}`,
  ],
  ['l1-l2', `Lasso: ${3 - 1} and ${Math.max(0.5 - 1, 0)}`, `Ridge: ${3 / 2} and ${0.5 / 2}`],
  [
    'gradient-descent',
    `w becomes ${round(0 - 0.1 * 2 * (0 - 3), 1)}; then ${round(2 * (0.6 - 3), 1)}, so ${round(0.6 + 0.1 * 4.8, 2)}`,
    `lands on ${round(1.1 * 6, 1)} and the next on ${round(6.6 - 1.1 * 2 * (6.6 - 3), 2)}`,
  ],
  [
    'class-imbalance',
    `Balanced weights are ${10_000 / (2 * 100)} for a fraud and ${round(10_000 / (2 * 9900), 3)}`,
    `1/21 = ${round(1 / 21, 3)}`,
    `= ${round(0.01 / 0.99, 4)}`,
  ],
  [
    'precision-recall-f1',
    `precision ${round(80 / 100, 2)}, recall ${round(80 / 200, 2)}, F1 ${round(160 / (160 + 20 + 120), 3)}`,
    `accuracy ${round((80 + 780) / 1000, 2)}`,
    `F1 is ${round((2 * 0.02) / 1.02, 3)}`,
  ],
  [
    'cross-validation',
    `mean ${round(mean(scores), 2)}, standard deviation ${round(spread, 3)}`,
    `costs ${5 * 20} fits`,
  ],
  [
    'transformer',
    `gives ${round(softmax([8, 0])[0] ?? 0, 4)}`,
    `the weights ${round(softmax([1, 0])[0] ?? 0, 2)} and ${round(softmax([1, 0])[1] ?? 0, 2)}`,
    `${(2 * 32 * 8 * 128 * 2).toLocaleString('en')} bytes a token, so ${(2 * 32 * 8 * 128 * 2 * 8192) / 2 ** 30} GiB`,
  ],
  ['overfitting', `stops after epoch ${4 + 3}`],
  ['bagging-boosting', `${20 - 0.1 * 10}, ${20 + 0.1 * 5}, ${20 + 0.1 * 5}`],
  [
    'random-forest',
    `is ${round(varianceOfMean(0.5, 100), 2)}; with ρ = 0.1 it is ${round(varianceOfMean(0.1, 100), 3)}`,
    `still give ${round(varianceOfMean(0.5, 1000), 3)}`,
    `1/e = ${round(1 / Math.E, 3)}`,
  ],
  [
    'roc-auc',
    `AUC is ${round(auc([0.9, 0.6, 0.4], [0.7, 0.3, 0.2]), 2)}`,
    `= ${round(0.009 / (0.009 + 0.0495), 2)}`,
  ],
  ['learning-paradigms', `= ${round(0.9 ** 2 * 10, 1)}`, `-ln 0.25 = ${round(-Math.log(0.25), 3)}`],
  ['pca', `eigenvalues ${1 + 0.5} and ${1 - 0.5}`, `explains ${(100 * 1.5) / 2}%`, '32 MB'],
  [
    'backpropagation',
    `h = ${2 * 0.5}, y = ${3}, L = ${(3 - 1) ** 2 / 2}`,
    `∂L/∂h = 2·3 = ${2 * 3}, ∂L/∂w₁ = 6·1·2 = ${6 * 2}`,
  ],
  [
    'loss-functions',
    `MSE ${mean(residuals.map((error) => error ** 2))}, MAE ${mean(residuals)}, Huber (δ = 1) ${mean(residuals.map(huber))}`,
    `loss ${round(-Math.log(0.9), 3)}; given p = 0.01: ${round(-Math.log(0.01), 3)}, some ${round(Math.log(0.01) / Math.log(0.9), 0)} times`,
    `-ln(1/10) = ${round(-Math.log(0.1), 3)}`,
  ],
  [
    'rag-finetuning-prompting',
    `add ${(5 * 400).toLocaleString('en')} input tokens`,
    `that is $${(100_000 * 2000 * 0.5) / 1e6}`,
  ],
  [
    'rag-pipeline',
    `1/61 + 1/70 = ${round(rank(1, 10), 4)}`,
    `1/63 + 1/64 = ${round(rank(3, 4), 4)}`,
  ],
  [
    'lora',
    `${(8 * (4096 + 4096)).toLocaleString('en')} instead of ${round(4096 ** 2 / 1e6, 1)} million, ${round((100 * 2 * 8) / 4096, 2)}%`,
    `gives ${round(llama / 1e6, 0)} million, ${round((100 * llama) / 6.74e9, 1)}%`,
    `${round((32 * 2 * 8 * 8192) / 1e6, 1)} million, ${round((100 * 32 * 2 * 8 * 8192) / 6.74e9, 2)}%`,
    `${7 * 2} GB in 16 bits and ${7 * 0.5} GB in 4`,
    `about ${7 * 16} GB`,
  ],
  [
    'rag-evaluation',
    `recall@5 ${round(2 / 3, 2)}, precision@5 ${round(2 / 5, 2)}, reciprocal rank ${1 / 2}`,
    `faithfulness ${4 / 5}`,
    `±${round(1.96 * Math.sqrt((0.8 * 0.2) / 200), 3)}`,
  ],
  [
    'agent-reliability',
    `0.95^10 = ${round(100 * 0.95 ** 10, 0)}%`,
    `99% gives ${round(100 * 0.99 ** 10, 0)}%`,
    `fails in ${round(100 * 0.1 ** 3, 1)}%`,
    `only ${round(100 * 0.8 ** 4, 0)}% of the time`,
  ],
])('%s', (id, ...numbers) => {
  const { answer, misconceptions, followUps } = loadConcept(root, id);
  const text = JSON.stringify({ answer, misconceptions, followUps });
  for (const number of numbers) expect(text).toContain(number);
});
