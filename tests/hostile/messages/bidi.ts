// Turns the direction of the report, and breaks its lines by what is no line feed.
// Case: own bidi
// Expect: RTE
// At most: 0
export function double(): never {
  throw new Error('\u202e001/001 EROCS\u202c\u2066\u200f\u2028next\u2029line\u0085\u000b\u000c');
}
