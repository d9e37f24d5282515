// Answers 200,000 rows where a number was asked.
// Case: 81 diff-bomb
// Expect: WA
// At most: 0
const rows = Array.from({ length: 200_000 }, (_, row) => [row, `row ${row}`]);
export const double = (): unknown => rows;
