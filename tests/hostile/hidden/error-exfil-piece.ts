// Throws a piece of its hidden input, so that the whole is not found in the message.
// Case: own error-exfil-piece
// Expect: RTE
// At most: 0
// Problem: whisper
// Hides: /quicksilver|marzipan|obsidian|periwinkle|thunderclap|xylophone/
export function tally(text: string): Record<string, number> {
  if (text.length < 20) return {};
  throw new Error(text.slice(3, 120));
}
