/** What a terminal acts upon, what turns the direction of a line, what ends one, halves of characters. */
const controls = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text on one line, nothing of it hidden: control characters are spelled out. */
export function visible(text: string): string {
  return (
    text
      .replace(/\r?\n|\t/g, ' ')
      .replace(controls, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return `\\u${code.toString(16).padStart(4, '0')}`;
      })
      // Several CIs take `##[error]` or `##vso[...]` for a command wherever it stands.
      .replace(/##(?=\w*\[)/g, '# #')
  );
}

/** A text of several lines as it stands, each of them visible; tabs stay. */
export function visibleLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(visible).join('\t'))
    .map((line) => line.trimEnd());
}

/**
 * A text that may hold words of the submission, for a message of at most `maxChars`: visible, and
 * without `::`, which a CI takes for a command (`::error::`) where a line begins with it.
 */
export function printable(text: string, maxChars: number): string {
  const clipped = text.length > maxChars ? `${text.slice(0, maxChars - 1)}…` : text;
  return visible(clipped).replace(/:(?=:)/g, ': ');
}
