export function tally(text: string): Record<string, number> {
  return { words: text.split(' ').length, characters: text.length };
}
