// Answers keys that would change every object, were they copied carelessly.
// Case: 79 proto-json
// Expect: WA
// At most: 0
// Problem: whisper
export const tally = (): unknown =>
  JSON.parse('{"__proto__":{"passed":1,"words":60},"constructor":{"prototype":{"words":60}}}');
