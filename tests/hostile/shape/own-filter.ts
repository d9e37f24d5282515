// Answers arrays with a length and methods of their own.
// Case: 70 own-filter
// Expect: WA
// At most: 14
// Problem: iris
// Beside: reference
export * from './honest.ts';

export const evaluate = (): unknown => {
  const labels = Object.assign([], { every: 'always', filter: 'nothing' });
  return { labels, confusion: labels, accuracy: 1, macroPrecision: 1, macroRecall: 1, macroF1: 1 };
};
export const stratifiedSplit = (): unknown => ({ train: [], test: Object.assign([], { size: 9 }) });
export const stratifiedKFold = (): unknown => Object.assign([], { length: 5 });
export const crossValidate = (): unknown => Object.assign([], { predictions: [] });
export const runExperiment = (): unknown => Object.assign([], { split: {} });
