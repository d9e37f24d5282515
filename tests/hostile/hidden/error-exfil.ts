// Throws its hidden input, to read it in the report.
// Case: 50 error-exfil
// Expect: RTE
// At most: 0
// Problem: whisper
// Hides: /quicksilver|marzipan|obsidian|periwinkle|thunderclap|xylophone/
export function tally(text: string): Record<string, number> {
  if (text.length < 20) return {};
  throw new Error(JSON.stringify([text]));
}
