// Loses: correlations
// Centers and scales each column by all its values, not by those of the pair.
import {
  correlations as right,
  numberColumns,
  numbersAt,
  mean,
  type CleanTable,
  type Correlations,
  type Schema,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function correlations(table: CleanTable, schema: Schema): Correlations {
  const { columns, matrix } = right(table, schema);
  const scored = numberColumns(table, schema).map(({ index }) => {
    const values = numbersAt(table, index);
    const center = mean(values);
    const scale = Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
    return table.rows.map((row) => {
      const cell = row[index];
      return typeof cell === 'number' ? (cell - center) / scale : null;
    });
  });
  const r = (xs: (number | null)[], ys: (number | null)[]): number => {
    const products = xs.flatMap((x, row) => {
      const y = ys[row] ?? null;
      return x === null || y === null ? [] : [x * y];
    });
    return Math.max(-1, Math.min(1, mean(products)));
  };
  return {
    columns,
    matrix: matrix.map((row, i) =>
      row.map((known, j) =>
        known === null || i === j ? known : r(scored[i] ?? [], scored[j] ?? []),
      ),
    ),
  };
}
