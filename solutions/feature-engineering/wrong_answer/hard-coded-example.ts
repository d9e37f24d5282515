// Loses: contract, aggregates, std, categories, time, cleaning, point-in-time, invariants, robustness
// Knows the answers of the examples.
import { type Transaction, type UserFeatures } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function parseTimestamp(): number {
  return 1709353800000;
}

export function cleanTransactions(): Transaction[] {
  return [];
}

export function sampleStd(values: number[]): number {
  return values.length < 2 ? 0 : 2.138089935299395;
}

const ann: UserFeatures = {
  user_id: 'ann',
  txn_count: 2,
  total_amount: 15,
  avg_amount: 7.5,
  max_amount: 20,
  std_amount: 17.67766952966369,
  unique_categories: 1,
  days_active: 1,
};
const bob: UserFeatures = {
  user_id: 'bob',
  txn_count: 1,
  total_amount: 7.5,
  avg_amount: 7.5,
  max_amount: 7.5,
  std_amount: 0,
  unique_categories: 0,
  days_active: 1,
};

export function buildUserFeatures(): UserFeatures[] {
  return [ann, bob];
}
