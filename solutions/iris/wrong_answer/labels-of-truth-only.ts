// Loses: metrics
// Labels that occur only among the predictions are left out.
import { evaluate as right, mean, type Metrics } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  const metrics = right(yTrue, yPred);
  const keep = metrics.labels.map((label) => yTrue.includes(label));
  if (!keep.includes(false)) return metrics;
  const labels = metrics.labels.filter((_, i) => keep[i]);
  const confusion = metrics.confusion
    .filter((_, i) => keep[i])
    .map((row) => row.filter((_cell, i) => keep[i]));
  return { ...metrics, labels, confusion, macroF1: mean([metrics.macroF1, 1]) };
}
