// Answers a value that holds itself.
// Case: 80 cycle
// Expect: WA, RTE
// At most: 0
const answer: Record<string, unknown> = { list: [] };
answer['self'] = answer;
answer['list'] = [answer, [answer]];
export const double = (): unknown => answer;
