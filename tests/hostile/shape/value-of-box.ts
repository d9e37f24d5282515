// Answers the right number in a box.
// Case: 75 valueOf-box
// Expect: WA
// At most: 0
export const double = (n: number): unknown => Object(2 * n);
