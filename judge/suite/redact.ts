/** Texts and numbers shorter than these tell nothing, and would be found anywhere. */
const minText = 3;
const minNumber = 4;
/** So much of a longer text is as telling as the whole. */
const pieceChars = 12;
const maxLeaves = 500_000;
/** What is never shown need not be looked through. */
const maxMessageChars = 400;

const hidden = '(hidden)';

/**
 * Takes hidden input out of a message that the submission wrote: every value of `args`, and every
 * piece of a long text. What it has disguised stays; a report shows too little of it to matter.
 */
export function redact(message: string, args: readonly unknown[]): string {
  const known = leaves(args);
  let redacted = message;
  for (const leaf of known) {
    const text = String(leaf);
    const isTelling = text.length >= (typeof leaf === 'string' ? minText : minNumber);
    if (isTelling && redacted.includes(text)) redacted = redacted.replaceAll(text, hidden);
  }
  const long = known.filter((leaf) => typeof leaf === 'string' && leaf.length >= pieceChars);
  return withoutPieces(redacted.slice(0, maxMessageChars), long.join('\n'));
}

/** A redacted message beside an example: what stands for input may not say that such a one is hidden. */
export function elide(message: string): string {
  return message.replaceAll(hidden, '…');
}

/** The message without the pieces of `text` in it, longest runs first from the left. */
function withoutPieces(message: string, text: string): string {
  let kept = '';
  for (let at = 0; at < message.length;) {
    let end = at + pieceChars;
    if (end > message.length || !text.includes(message.slice(at, end))) {
      kept += message[at];
      at += 1;
      continue;
    }
    while (end < message.length && text.includes(message.slice(end + 1 - pieceChars, end + 1)))
      end += 1;
    kept += hidden;
    at = end;
  }
  return kept;
}

function leaves(args: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  const open: unknown[] = [...args];
  while (open.length > 0 && found.length < maxLeaves) {
    const value = open.pop();
    if (typeof value === 'object' && value !== null)
      open.push(...Object.values(value).slice(0, maxLeaves));
    else found.push(value);
  }
  return found;
}
