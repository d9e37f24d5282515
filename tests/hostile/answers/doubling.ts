// Answers a list that holds a list twice that holds a list twice, and so on.
// Case: own doubling
// Expect: WA, OLE
// At most: 0
let answer: unknown = [];
for (let depth = 0; depth < 60; depth += 1) answer = [answer, answer];
export const double = (): unknown => answer;
