// Loses: metrics
// Labels that occur only among the predictions are left out.
import {
  evaluate as right,
  mean,
  type Metrics,
  runExperimentWith,
  type Dataset,
  type ExperimentOptions,
  type Report,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  const labels = [...new Set(yTrue)].sort();
  const metrics = right(yTrue, yPred);
  const kept = labels.map((label) => metrics.labels.indexOf(label));
  const confusion = kept.map((i) => kept.map((j) => metrics.confusion[i]?.[j] ?? 0));
  const each = labels.map((label) => {
    const hits = yTrue.filter((truth, row) => truth === label && yPred[row] === label).length;
    const ratio = (all: string[]): number => hits / all.filter((x) => x === label).length || 0;
    return { precision: ratio(yPred), recall: ratio(yTrue) };
  });
  return {
    ...metrics,
    labels,
    confusion,
    macroPrecision: mean(each.map(({ precision }) => precision)),
    macroRecall: mean(each.map(({ recall }) => recall)),
    macroF1: mean(each.map(({ precision: p, recall: r }) => (2 * p * r) / (p + r) || 0)),
  };
}

export function runExperiment(data: Dataset, o: ExperimentOptions): Report {
  return runExperimentWith({ evaluate }, data, o);
}
