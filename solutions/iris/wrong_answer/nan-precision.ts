// Loses: metrics
// The precision of a class that is never predicted is NaN.
import { evaluate as right, type Metrics } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function evaluate(yTrue: string[], yPred: string[]): Metrics {
  const metrics = right(yTrue, yPred);
  const isNeverPredicted = metrics.labels.some((label) => !yPred.includes(label));
  return isNeverPredicted ? { ...metrics, macroPrecision: NaN, macroF1: NaN } : metrics;
}
