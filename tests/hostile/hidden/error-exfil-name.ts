// Puts its hidden input into the name of an error.
// Case: own error-exfil-name
// Expect: RTE
// At most: 0
// Problem: whisper
// Hides: /quicksilver|marzipan|obsidian|periwinkle|thunderclap|xylophone/
export function tally(text: string): Record<string, number> {
  if (text.length < 20) return {};
  const error = new Error('no idea');
  error.name = text.slice(0, 150);
  throw error;
}
