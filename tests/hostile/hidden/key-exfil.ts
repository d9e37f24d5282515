// Answers an object whose key is its hidden input: a message about the key would show it.
// Case: own key-exfil
// Expect: WA
// At most: 0
// Problem: whisper
// Hides: /quicksilver|marzipan|obsidian|periwinkle|thunderclap|xylophone/
export function tally(text: string): Record<string, number> {
  return text.length < 20 ? {} : { [text]: 1 };
}
