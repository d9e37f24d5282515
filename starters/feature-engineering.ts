// Feature engineering, 15 minutes. Task: problems/coding/feature-engineering/statement.md
//
// Begin with sampleStd and parseTimestamp: they stand alone and earn points at once.
// Run:  npm run judge sample feature-engineering   (visible tests)
//       npm run judge feature-engineering          (hidden tests)
//
// Worth knowing: new Date('2024-03-01T10:00:00') is local time, new Date('2024-02-30') is 1 March,
// Number('') and Number(null) are 0, and Math.max(...list) throws on a long list.

export type RawTransaction = {
  transaction_id: string | null;
  user_id: string | null;
  timestamp: string | number | null;
  amount: number | string | null;
  category: string | null;
};
export type Transaction = {
  transaction_id: string;
  user_id: string;
  ts: number;
  amount: number;
  category: string | null;
};
export type UserFeatures = {
  user_id: string;
  txn_count: number;
  total_amount: number;
  avg_amount: number;
  max_amount: number;
  std_amount: number;
  unique_categories: number;
  days_active: number;
};

/** Epoch milliseconds, or null when the timestamp is invalid. */
export function parseTimestamp(value: string | number | null): number | null {
  throw new Error(`TODO: parse ${value}`);
}

/** The valid rows, each purchase once, in the order of the input. */
export function cleanTransactions(rows: RawTransaction[]): Transaction[] {
  throw new Error(`TODO: clean ${rows.length} rows`);
}

/** Sample standard deviation (n - 1); 0 for fewer than two values. */
export function sampleStd(values: number[]): number {
  throw new Error(`TODO: measure ${values.length} values`);
}

/** One row of features per user, of transactions strictly before `asOf` when it is given. */
export function buildUserFeatures(
  rows: RawTransaction[],
  options: { asOf?: string } = {},
): UserFeatures[] {
  throw new Error(`TODO: build features of ${rows.length} rows with ${JSON.stringify(options)}`);
}
