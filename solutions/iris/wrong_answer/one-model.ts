// Loses: quality, experiment
// Only one model is offered.
export * from '../accepted/reference.ts';

export function modelNames(): string[] {
  return ['knn'];
}
