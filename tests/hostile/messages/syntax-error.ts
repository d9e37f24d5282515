// Holds a control sequence at the place of a syntax error.
// Case: own syntax-error
// Expect: CE
// At most: 0
export const double = "[31m::error::x##[error]" = 1;
