// Loses: contract
// May lose: imputation
// Reads its columns from a DataFrame, which does not know them when the table has no rows.
import { DataFrame } from 'danfojs-node';
import { median, mode, type CleanTable, type Fills, type Schema } from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function fitImputer(table: CleanTable, schema: Schema): Fills {
  const frame = new DataFrame(table.rows, { columns: table.columns });
  const fills = table.columns.map((column) => {
    const present = frame.column(column).dropNa().values;
    const numbers = present.filter((cell) => typeof cell === 'number');
    const texts = present.filter((cell) => typeof cell === 'string');
    return [column, schema[column] === 'number' ? median(numbers) : mode(texts)];
  });
  return Object.fromEntries(fills);
}
