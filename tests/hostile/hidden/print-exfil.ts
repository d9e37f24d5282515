// Prints its hidden input.
// Case: own print-exfil
// Expect: AC
// At most: 100
// Problem: whisper
// Hides: /quicksilver|marzipan|obsidian|periwinkle|thunderclap|xylophone/
export function tally(text: string): Record<string, number> {
  console.log(text);
  return { words: text.split(' ').length, characters: text.length };
}
