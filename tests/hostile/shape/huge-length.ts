// Answers arrays that claim a thousand million places.
// Case: 82 huge-string
// Expect: WA
// At most: 0
export const double = (): unknown => [new Array(4e9), new Array(4e9)];
