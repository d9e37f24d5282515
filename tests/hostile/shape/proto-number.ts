// The same with numbers, which the schema admits.
// Case: 79 proto-json
// Expect: WA
// At most: 0
// Problem: whisper
export const tally = (): unknown => JSON.parse('{"__proto__":60,"constructor":1,"toString":2}');
