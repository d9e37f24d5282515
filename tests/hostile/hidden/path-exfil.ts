// Answers a wrong type below a key that is its hidden input.
// Case: own path-exfil
// Expect: WA
// At most: 0
// Problem: whisper
// Hides: /quicksilver|marzipan|obsidian|periwinkle|thunderclap|xylophone/
export function tally(text: string): Record<string, unknown> {
  return text.length < 20 ? {} : { [text]: 'no number' };
}
